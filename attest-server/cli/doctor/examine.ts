import { ok } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import type { Config } from '../../config.js'
import { placeOf } from '../../stores/open.js'
import { StoreUnavailable } from '../../stores/ports.js'
import { onConnection } from '../../stores/postgres/migrate.js'
import { reasonOf } from '../../stores/postgres/open-postgres-stores.js'
import type { Answer } from '../answer.js'
import { databaseOf } from '../migrate.js'
import { FAILED } from '../output.js'
import { bad, type Checkup, type Finding, good } from './checkup.js'
import { ofDatabase } from './of-database.js'
import { ofFolder } from './of-folder.js'
import { examineRedis } from './of-redis.js'

/** Whoever asks a doctor wants to hear soon. */
const PATIENCE: Ms = 5000

interface Named extends Finding {
  readonly name: string
}

async function all<Patient>(checkups: readonly Checkup<Patient>[], patient: Patient, config: Config): Promise<readonly Named[]> {
  const findings: Named[] = []
  for (const { name, examine } of checkups) {
    const finding = await examine(patient, config)
    if (finding) findings.push({ name, ...finding })
  }
  return findings
}

/** Where it does not answer, there is nothing more to see. */
async function examineDatabase(config: Config): Promise<readonly Named[]> {
  const database = databaseOf(config)
  const name = 'database'
  if (!database.ok) return [{ name, ...bad(database.error.faults.join(' '), 'Mend VOUCHSAFE_DATABASE_URL.') }]
  const { address, place } = database.value
  try {
    const found = await onConnection(address, (client) => all(ofDatabase, client, config), PATIENCE)
    return [{ name, ...good(`${place} answers`) }, ...found]
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return [
      {
        name,
        ...bad(
          `${place}: ${reasonOf(error)}`,
          'See that it runs, that this machine reaches it, and who VOUCHSAFE_DATABASE_URL says you are.',
        ),
      },
    ]
  }
}

const marks: Readonly<Record<Finding['state'], string>> = { good: 'ok  ', 'worth-knowing': 'mind', bad: 'BAD ' }

const lineOf = ({ name, state, said, advice }: Named): string =>
  `${marks[state]}  ${name.padEnd(13)}  ${said}.${advice === undefined ? '' : ` ${advice}`}`

/** Looks at what the server stands on: a line for each thing, and what to do. That the settings are in order was seen before. */
export async function examine(config: Config): Promise<Answer> {
  const settings: Named = { name: 'settings', ...good('are in order') }
  const place = config.databaseUrl ? await examineDatabase(config) : await all(ofFolder, placeOf(config), config)
  const redis: readonly Named[] = config.redis ? [{ name: 'Redis', ...(await examineRedis(config.redis)) }] : []
  const findings = [settings, ...place, ...redis]
  const told = { data: { place: placeOf(config), findings }, lines: findings.map(lineOf) }
  return ok(findings.some(({ state }) => state === 'bad') ? { ...told, code: FAILED } : told)
}
