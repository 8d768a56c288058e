import { existsSync } from 'node:fs'
import type pg from 'pg'
import { clock } from '../../compose/compose-deps.js'
import type { Config } from '../../config.js'
import { isLoopbackHost } from '../../core/checks/origin.js'
import { StoreUnavailable } from '../../stores/ports.js'
import { CONNECTIONS, isDirect, openDatabase, queriesOn, unheardOn } from '../../stores/postgres/database.js'
import type { DatabaseUrl } from '../../stores/postgres/database-address.js'
import { isUsable, stateOn } from '../../stores/postgres/migrate.js'
import { isOfPooler, reasonOf } from '../../stores/postgres/open-postgres-stores.js'
import { settings } from '../../stores/postgres/told.js'
import { databaseOf, wordsOf } from '../migrate.js'
import { bad, type Checkup, type Finding, good, worthKnowing } from './checkup.js'
import { freeSpace } from './free-space.js'

/** The oldest that is still looked after: https://www.postgresql.org/support/versioning/ */
const LEAST_VERSION = 14
/** Seconds: whoever is further off refuses what others have just signed. */
const MOST_SKEW = 2

const isHere = (url: DatabaseUrl | undefined): boolean =>
  url !== undefined && isLoopbackHost(url.host.includes(':') ? `[${url.host}]` : url.host)

/** @returns the first row. */
async function ask(client: pg.Client, sql: string): Promise<Readonly<Record<string, unknown>>> {
  return (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {}
}

const version: Checkup<pg.Client> = {
  name: 'version',
  async examine(client) {
    const { server_version, server_version_num, server_encoding } = await ask(
      client,
      "SELECT current_setting('server_version') AS server_version, current_setting('server_version_num')::int AS server_version_num, current_setting('server_encoding') AS server_encoding",
    )
    if (server_encoding !== 'UTF8') return bad(`its encoding is ${String(server_encoding)}`, 'Make the database with ENCODING UTF8.')
    const said = `PostgreSQL ${String(server_version)}`
    return Number(server_version_num) >= LEAST_VERSION * 10_000 ? good(said) : bad(said, `Use PostgreSQL ${LEAST_VERSION} or newer.`)
  },
}

const encryption: Checkup<pg.Client> = {
  name: 'encryption',
  async examine(client, { databaseUrl }) {
    const { version } = await ask(client, 'SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
    const plain = databaseUrl?.isPooled ? databaseUrl.tls === 'disable' : !version
    if (!plain) return good(databaseUrl?.isPooled ? 'TLS to the pooler; of its way to the database, it knows' : String(version))
    if (isHere(databaseUrl)) return good('none, on this machine')
    return worthKnowing('none: whoever is on the way reads the signing keys', 'Add ?sslmode=verify-full to VOUCHSAFE_DATABASE_URL.')
  },
}

const schema: Checkup<pg.Client> = {
  name: 'schema',
  async examine(client) {
    const state = await stateOn(client)
    if (isUsable(state)) return good(wordsOf(state))
    if (state.version > state.known) return bad(wordsOf(state), 'Use the newer version of Vouchsafe.')
    const { may } = await ask(client, "SELECT has_schema_privilege(current_schema(), 'CREATE') AS may")
    const next = 'Run "vouchsafe migrate"; the next start does it, too.'
    return may ? worthKnowing(wordsOf(state), next) : bad(wordsOf(state), 'Run "vouchsafe migrate" as a user who may make tables.')
  },
}

const skew: Checkup<pg.Client> = {
  name: 'clock',
  async examine(client) {
    const before = clock()
    const { now } = await ask(client, 'SELECT extract(epoch FROM clock_timestamp())::double precision AS now')
    const [after, theirs] = [clock(), Number(now)]
    const off = Math.max(0, before - theirs, theirs - after)
    const said = `${off.toFixed(1)} s off the database’s`
    return off <= MOST_SKEW ? good(said) : bad(said, 'Have all machines follow the same time (NTP).')
  },
}

/** Commands ask one thing and go. This connects as a server does. */
const pooler: Checkup<pg.Client> = {
  name: 'pooler',
  async examine(client, config) {
    if (!config.databaseUrl?.isPooled) return unspoken(config)
    const missing = await unheardOn(queriesOn(client, config.databaseUrl))
    if (missing.length === 0) return good('stands between; the role brings what connections are not told')
    const telling = missing.map((name) => `ALTER ROLE ${config.databaseUrl?.user ?? '…'} SET ${name} = '${settings[name]}';`)
    return worthKnowing(`the role does not bring ${missing.join(', ')}`, `Tell the database: ${telling.join(' ')}`)
  },
}

/** @returns undefined where nothing stands between. */
async function unspoken(config: Config): Promise<Finding | undefined> {
  const place = databaseOf(config)
  if (!place.ok) return undefined
  const database = openDatabase(place.value.address)
  const advice = 'Add pooler=on to VOUCHSAFE_DATABASE_URL (docs/distributed.md).'
  try {
    return (await isDirect(database)) ? undefined : bad('one stands between, of which the address says nothing', advice)
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    // Anything else is not the pooler's: the other checkups say what it is.
    return isOfPooler(error) ? bad(reasonOf(error), advice) : undefined
  } finally {
    await database.close()
  }
}

const connections: Checkup<pg.Client> = {
  name: 'connections',
  async examine(client, { databaseUrl }) {
    const { most, used } = await ask(
      client,
      `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
        (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used`,
    )
    if (databaseUrl?.isPooled) return good(`${String(used)} of ${String(most)} are in use, the pooler’s among them`)
    const said = `${String(used)} of ${String(most)} are in use; each server takes up to ${CONNECTIONS}`
    return Number(most) - Number(used) >= CONNECTIONS
      ? good(said)
      : worthKnowing(said, 'Raise max_connections, or put a pooler between (docs/distributed.md).')
  },
}

const signingKey: Checkup<pg.Client> = {
  name: 'signing key',
  async examine(client) {
    if ((await stateOn(client)).version === 0) return good('will be made at the first start')
    const { keys } = await ask(client, 'SELECT count(*)::int AS keys FROM signing_keys')
    return good(Number(keys) > 0 ? `${String(keys)} published` : 'will be made at the first start')
  },
}

/** A database says how large it is. How much room it has, only whoever is on its machine can see, and has the right to ask where. */
const space: Checkup<pg.Client> = {
  name: 'space',
  async examine(client, { databaseUrl }): Promise<Finding> {
    const { size } = await ask(client, 'SELECT pg_size_pretty(pg_database_size(current_database())) AS size')
    const { folder } = await ask(
      client,
      "SELECT CASE WHEN pg_has_role('pg_read_all_settings', 'USAGE') THEN current_setting('data_directory') END AS folder",
    )
    if (!isHere(databaseUrl) || typeof folder !== 'string' || !existsSync(folder))
      return good(`the database takes ${String(size)}; how much is free, its machine knows`)
    const free = await freeSpace(folder)
    return { ...free, said: `the database takes ${String(size)}; ${free.said}` }
  },
}

/** A database that answers. */
export const ofDatabase: readonly Checkup<pg.Client>[] = [version, encryption, schema, skew, pooler, connections, signingKey, space]
