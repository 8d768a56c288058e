import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../testing/free-port.js'
import { programOf, unprivileged } from './installed.js'

/** A PostgreSQL that a test has to itself. */
export interface TestPostgres {
  readonly port: number
  /** Its folder. */
  readonly data: string
  /** Of the same database, in a schema of its own: nothing of another test is in it. @param more of a query, such as `sslmode=require` */
  url(schema: string, more?: string): string
  /** Makes a schema, empty. @returns its URL. */
  fresh(): Promise<string>
  /** Drops all rows, which is a tenth of the work of a fresh schema. */
  empty(url: string): Promise<void>
  /** What `psql` would do. */
  query<T extends object>(url: string, sql: string): Promise<readonly T[]>
  /** As an operator stops it, or as a machine that dies. */
  stop(how?: 'SIGINT' | 'SIGKILL'): Promise<void>
  /** Again, on the same port and with the same data. */
  start(): Promise<void>
  /** Ends it for good. */
  remove(): Promise<void>
}

/** Nothing here outlives its test: no write waits for a disk. */
const HASTE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB', 'max_connections=120']
const QUIET = ['listen_addresses=127.0.0.1,127.0.0.2', 'unix_socket_directories=', 'log_min_messages=fatal', 'logging_collector=off']

/** What counts rows is last: it counts those that go. */
const EMPTY = `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'vouchsafe_schema' ORDER BY tablename = 'tallies'
    LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
  END $$
`

/** A client that waits until there is a server. */
async function connect(connectionString: string, isVain: () => boolean): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (isVain()) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** Those that serve connections. On a machine that dies they die at once, too; left to themselves, they answer until they notice that they are alone. */
function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : []
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Makes a database in a new folder and starts it on a free port, in about a second.
 * @param more settings, as in `postgresql.conf`
 * @param files of its folder, which it alone may read
 */
export async function startPostgres(more: readonly string[] = [], files: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const identity = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-postgres-'))
  if (identity) chownSync(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  const whoever = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
  const making = ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  execFileSync(programOf('initdb'), making, { ...whoever, stdio: ['ignore', 'ignore', 'pipe'] })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(data, name), text, { mode: 0o600 })
    if (identity) chownSync(join(data, name), identity.uid, identity.gid)
  }
  const port = await freePort()
  const address = `postgres://test@127.0.0.1:${port}/postgres`
  const settings = [...QUIET, ...HASTE, ...more].flatMap((setting) => ['-c', setting])
  let child: ReturnType<typeof spawn> | undefined
  let schemas = 0

  async function start(): Promise<void> {
    const started = spawn(programOf('postgres'), ['-D', data, '-p', String(port), ...settings], { ...whoever, stdio: 'ignore' })
    child = started
    const client = await connect(address, () => started.exitCode !== null)
    await client.end()
  }
  async function stop(how: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    const others = how === 'SIGKILL' ? childrenOf(child.pid!) : []
    child.kill(how)
    for (const pid of others) killIfThere(pid)
    await exit
  }
  async function query<T extends object>(url: string, sql: string): Promise<readonly T[]> {
    const client = await connect(url, () => true)
    try {
      return (await client.query<T>(sql)).rows
    } finally {
      await client.end()
    }
  }
  const url = (schema: string, extra = '') => `${address}?options=-c%20search_path%3D${schema}${extra && `&${extra}`}`
  async function fresh(): Promise<string> {
    const schema = `test_${schemas++}`
    await query(address, `CREATE SCHEMA ${schema}`)
    return url(schema)
  }
  const empty = async (of: string): Promise<void> => void (await query(of, EMPTY))
  async function remove(): Promise<void> {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }

  await start()
  return { port, data, url, fresh, empty, query, stop, start, remove }
}
