import { err, ok, type Result } from '../../shared/result.js'
import type { Config } from '../config.js'
import { placeOf } from '../stores/open.js'
import type { DatabaseAddress } from '../stores/postgres/database-address.js'
import { isUsable, migrate, onConnection, type SchemaState, stateOn } from '../stores/postgres/migrate.js'
import { readCertificates } from '../stores/postgres/read-certificates.js'
import { type Answer, failure, type Refusal } from './answer.js'
import { FAILED } from './output.js'
import type { Options } from './parse-arguments.js'

interface Place {
  readonly address: DatabaseAddress
  /** For people. */
  readonly place: string
}

/** Where the database is. */
export function databaseOf(config: Config): Result<Place, Refusal> {
  if (!config.databaseUrl)
    return failure('VOUCHSAFE_DATABASE_URL is not set: which database? A data folder is brought along by the server itself.')
  const address = readCertificates(config.databaseUrl)
  return address.ok ? ok({ address: address.value, place: placeOf(config) }) : failure(address.error)
}

export const wordsOf = ({ version, oldest, known }: SchemaState): string => {
  if (version === known) return `its schema is version ${version}, as this server knows it`
  if (version < known) return `its schema is version ${version}, and this server needs version ${known}`
  return oldest <= known
    ? `its schema is version ${version}, of a newer server; this one knows version ${known} and can work with it`
    : `its schema is version ${version}, and needs a server that knows version ${oldest}; this one knows ${known}`
}

/** Brings the database along, for whoever works on it next. */
export async function migrateFor(config: Config): Promise<Result<Place, Refusal>> {
  const database = databaseOf(config)
  if (!database.ok) return database
  const state = await migrate(database.value.address)
  return isUsable(state) ? database : failure(`The database ${database.value.place} cannot be used: ${wordsOf(state)}.`)
}

/** With `--check` nothing is changed. */
export async function migrateDatabase({ check }: Options, config: Config): Promise<Answer> {
  const database = databaseOf(config)
  if (!database.ok) return database
  const { address, place } = database.value
  const state = await (check ? onConnection(address, (client) => stateOn(client)) : migrate(address))
  const told = { data: { database: place, ...state }, lines: [`${place}: ${wordsOf(state)}.`] }
  if (isUsable(state)) return ok(told)
  return check ? ok({ ...told, code: FAILED }) : err({ code: FAILED, faults: told.lines })
}
