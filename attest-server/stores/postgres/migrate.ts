import pg from 'pg'
import type { Ms } from '../../../shared/units.js'
import { StoreUnavailable } from '../ports.js'
import { connectionOf } from './database.js'
import type { DatabaseAddress } from './database-address.js'
import { type Migration, migrations } from './migrations.js'

/** A migration of a large table takes its time, and so does waiting for whoever migrates. */
const PATIENCE: Ms = 600_000

/** Where a database stands: nothing in it yet is version 0. */
export interface SchemaState {
  readonly version: number
  /** The least version that a server must know. */
  readonly oldest: number
  /** What this server knows. */
  readonly known: number
}

const VERSIONS = `
  CREATE TABLE vouchsafe_schema (version integer PRIMARY KEY, oldest integer NOT NULL, migrated_at timestamptz NOT NULL DEFAULT now())
`
const TURN = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' migrate', 0))"
const STATE = 'SELECT coalesce(max(version), 0) AS version, coalesce(max(oldest), 0) AS oldest FROM vouchsafe_schema'

/**
 * Works on a connection of its own.
 * @param patience of one statement; without the haste of requests, where nobody says.
 */
export async function onConnection<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>, patience = PATIENCE): Promise<T> {
  const client = new pg.Client({ ...connectionOf(address), query_timeout: patience })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : new StoreUnavailable(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** All of it or nothing. Whatever the role says, it may take its time: what is said of a transaction holds behind a pooler, too. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL statement_timeout = 0')
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Nothing is made where it is there: a server whose user may only read and write rows starts, too. */
async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('vouchsafe_schema') AS found")
  return (rows[0]?.found ?? null) === null
}

/** @returns how the database of a connection stands, which is not changed. */
export async function stateOn(client: pg.Client, known = migrations.length): Promise<SchemaState> {
  if (await isEmpty(client)) return { version: 0, oldest: 0, known }
  const { rows } = await client.query<{ version: number; oldest: number }>(STATE)
  return { version: rows[0]?.version ?? 0, oldest: rows[0]?.oldest ?? 0, known }
}

/** Whether a server can work with it: one that knows less than what is there can, where all that came since only expands. */
export const isUsable = ({ version, oldest, known }: SchemaState): boolean => version >= known && oldest <= known

/** One version further, in one transaction. @returns whether there is more to do. */
const step = (client: pg.Client, list: readonly Migration[]): Promise<boolean> =>
  inTransaction(client, async () => {
    await client.query(TURN)
    if (await isEmpty(client)) await client.query(VERSIONS)
    const { version } = await stateOn(client, list.length)
    const next = list[version]
    if (!next) return false
    await client.query(next.sql)
    await client.query('INSERT INTO vouchsafe_schema (version, oldest) VALUES ($1, $2)', [version + 1, next.oldest])
    return true
  })

/**
 * Brings a database to this version's schema. Of several servers that start at once one does it, and the others wait.
 * @throws StoreUnavailable also where the user may not: the cause says so.
 */
export const migrate = (address: DatabaseAddress, list = migrations): Promise<SchemaState> =>
  onConnection(address, async (client) => {
    while (await step(client, list));
    return stateOn(client, list.length)
  })
