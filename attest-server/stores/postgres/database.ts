import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Ms } from '../../../shared/units.js'
import { StoreUnavailable } from '../ports.js'
import type { Columns } from '../rows.js'
import type { DatabaseAddress } from './database-address.js'
import { settings, TOLD, WORD } from './told.js'

export type Value = string | number | boolean | Uint8Array | null | readonly (string | number | boolean | Uint8Array | null)[]
export type { Columns }

/** Statements on one connection or on any; each is prepared once on each connection, where nothing stands between. Their failures are `StoreUnavailable`. */
export interface Queries {
  all(sql: string, ...values: readonly Value[]): Promise<readonly Columns[]>
  /** The first row. */
  get(sql: string, ...values: readonly Value[]): Promise<Columns | undefined>
  /** @returns how many rows changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number>
}

/** The little that the stores use of a PostgreSQL driver. */
export interface Database extends Queries {
  /** All of `work` or nothing of it. What it reads may change meanwhile, unless it locks it. */
  transact<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Connections of one server. */
export const CONNECTIONS = 10
/** How long a request waits for a connection, a free one or a new one. */
const CONNECT: Ms = 1500
/** How long the server waits for a statement, which the database gives up before that: where the database does not even say that it gave up, the connection is dead. */
const ANSWER: Ms = 2000
/** Between packets that ask a silent connection whether it is alive. */
const KEEP_ALIVE: Ms = 10_000

/** What every connection has in common. */
export const connectionOf = ({ options, tls, host, port, user, password, name }: DatabaseAddress): pg.ClientConfig => ({
  host,
  port,
  user,
  password,
  database: name,
  ssl: tls ?? false,
  application_name: 'vouchsafe',
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE,
  connectionTimeoutMillis: CONNECT,
  ...(options === undefined ? {} : { options }),
})

/** The same statement has the same name on every connection. */
const names = new Map<string, string>()
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
  names.set(sql, name)
  return name
}

/** PostgreSQL's text holds every character but one. */
const storable = (value: Value): unknown => {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
  if (Array.isArray(value)) return value.map(storable)
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value
}

async function guard<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : new StoreUnavailable(error)
  }
}

/**
 * @param client a connection, or a pool of them.
 * @param isPooled whoever gets the connection next may have another name for the statement: it has none.
 */
export function queriesOn(client: pg.ClientBase | pg.Pool, { isPooled }: Pick<DatabaseAddress, 'isPooled'>): Queries {
  const query = (sql: string, values: readonly Value[]): Promise<pg.QueryResult<Columns>> =>
    guard(client.query<Columns>({ ...(!isPooled && { name: nameOf(sql) }), text: sql, values: values.map(storable) }))
  return {
    all: async (sql, ...values) => (await query(sql, values)).rows,
    get: async (sql, ...values) => (await query(sql, values)).rows[0],
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  }
}

/** A dead connection tells whoever used it, and the pool makes another; nobody else needs to hear of it. */
const unheard = (): void => undefined

/** A connection whose transaction did not end well is given up: with it the database undoes what was done. */
async function transact<T>(pool: pg.Pool, address: DatabaseAddress, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await guard(pool.connect())
  let isDone = false
  try {
    const queries = queriesOn(client, address)
    await guard(client.query('BEGIN'))
    const result = await work(queries)
    await guard(client.query('COMMIT'))
    isDone = true
    return result
  } finally {
    client.release(!isDone)
  }
}

/** Connects with the first statement, and anew whenever connections are lost. */
export function openDatabase(address: DatabaseAddress): Database {
  const pool = new pg.Pool({
    ...connectionOf(address),
    ...(!address.isPooled && { options: `${address.options ?? ''} ${TOLD}` }),
    max: CONNECTIONS,
    query_timeout: ANSWER,
    allowExitOnIdle: true,
  })
  pool.on('error', unheard)
  // From its first moment: one that ends before whoever waits for it has it would else end the process.
  pool.on('connect', (client) => client.on('error', unheard))
  return {
    ...queriesOn(pool, address),
    transact: (work) => transact(pool, address, work),
    async close() {
      // A database that is away says no goodbye.
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ANSWER)
      })
      await Promise.race([pool.end().catch(unheard), patience])
      clearTimeout(timer)
    },
  }
}

const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || $1, 0))"

/** Has everybody else who wants to do the same wait until this transaction has ended. */
export const takeTurn = async (queries: Queries, what: string): Promise<void> => void (await queries.get(LOCK, what))

const UNHEARD = 'SELECT name FROM unnest($1::text[], $2::text[]) AS told (name, value) WHERE current_setting(name) <> value'

/** Whether what connections are told reaches them: a pooler keeps it from them, whatever the role brings. */
export async function isDirect(queries: Queries): Promise<boolean> {
  const [name, value] = WORD
  return (await queries.get('SELECT current_setting($1, true) AS told', name))?.told === value
}

/** @returns those that a connection does not have: a pooler keeps them from it, and the role does not bring them either. */
export async function unheardOn(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all(UNHEARD, Object.keys(settings), Object.values(settings))
  return rows.map(({ name }) => String(name))
}
