import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../cli/run-cli.js'
import { verdict } from '../contract/support.js'
import type { Stores } from '../ports.js'
import { locateProgram } from '../testing/installed.js'
import { startPgbouncer, type TestPooler } from '../testing/start-pgbouncer.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

const isHere = locateProgram('pgbouncer') !== undefined
/** Of a statement that connections share by its name, the second or third use fails. */
const OFTEN = 30

/** What the documentation has operators do, statement by statement. */
const page = readFileSync(new URL('../../../docs/distributed.md', import.meta.url), 'utf8')
const [making = [], telling = []] = [...page.matchAll(/```sql parse\n(.*?)```/gs)].map(([, sql = '']) =>
  sql.split(';').filter((one) => one.trim()),
)

let postgres: TestPostgres
let pooler: TestPooler
let heedless: TestPooler
beforeAll(async () => {
  if (!isHere) return
  postgres = await startPostgres()
  for (const sql of making) await postgres.query(postgres.url('public'), sql)
  const mode = ['pool_mode = transaction', 'server_login_retry = 1']
  const ignored = 'ignore_startup_parameters = options'
  ;[pooler, heedless] = await Promise.all([
    startPgbouncer(postgres.port, 'vouchsafe', mode),
    startPgbouncer(postgres.port, 'vouchsafe', [...mode, ignored]),
  ])
}, 30_000)
afterAll(async () => {
  await Promise.all([pooler?.remove(), heedless?.remove()])
  await postgres?.remove()
})

const urlOf = (port: number, more = '?pooler=on') => `postgres://vouchsafe@127.0.0.1:${port}/vouchsafe${more}`
const ask = (sql: string) => postgres.query(urlOf(postgres.port, ''), sql)
/** Connections hear what a role brings when they are new. */
const hangUp = () => ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'vouchsafe' AND pid <> pg_backend_pid()")

async function open(): Promise<Stores> {
  const stores = await openPostgresStores(parseDatabaseUrl(urlOf(pooler.port))!)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

async function run(url: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const output = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) }
  return { code: await runCli(args, { VOUCHSAFE_DATABASE_URL: url }, output), said: said.join('\n') }
}

async function expectRefused(port: number): Promise<void> {
  for (const args of [['project', 'list'], ['doctor']])
    expect(await run(urlOf(port, ''), ...args)).toEqual({
      code: 1,
      said: expect.stringMatching(/add pooler=on to VOUCHSAFE_DATABASE_URL/i),
    })
}

describe.skipIf(!isHere)(
  `a pooler that gives a connection to each transaction${isHere ? '' : ' (PgBouncer is not here: install the package pgbouncer)'}`,
  () => {
    it('is not used where the address says nothing of it, and servers and doctors say why', async () => {
      for (const { port } of [pooler, heedless]) await expectRefused(port)
    })

    it('is not used either where the role brings what connections are told', async () => {
      for (const sql of telling) await ask(sql)
      await hangUp()
      await expectRefused(heedless.port)
      await ask('ALTER ROLE vouchsafe RESET ALL')
      await hangUp()
    })

    it('is migrated through by one of several servers that start at once, and each command works', async () => {
      await ask('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      expect(await run(urlOf(pooler.port), 'migrate', '--check')).toMatchObject({ code: 1, said: expect.stringContaining('version 0') })
      const servers = await Promise.all([open(), open(), open()])
      await Promise.all(servers.map((server) => server.close()))
      expect(await run(urlOf(pooler.port), 'migrate')).toMatchObject({ code: 0 })
      expect(await run(urlOf(pooler.port), 'project', 'create', '--name', 'Shop', '--origin', 'loopback')).toMatchObject({ code: 0 })
      expect(await run(urlOf(pooler.port), 'project', 'list')).toMatchObject({ code: 0, said: expect.stringContaining('Shop') })
    })

    it('has the role bring what connections are told, and the doctor says what it does not', async () => {
      const before = await run(urlOf(pooler.port), 'doctor')
      expect(before).toEqual({ code: 0, said: expect.stringMatching(/^mind {2}pooler .*enable_seqscan, .*statement_timeout/m) })
      for (const sql of telling) await ask(sql)
      await hangUp()
      await expect.poll(async () => (await run(urlOf(pooler.port), 'doctor')).said).toMatch(/^ok {4}pooler /m)
      await ask('ALTER ROLE vouchsafe RESET ALL')
    })

    it('passes on all that servers do at the same time, and each challenge is claimed once', async () => {
      const servers = await Promise.all([open(), open()])
      const often = Array.from({ length: OFTEN }, (_, i) => i)
      const claims = await Promise.all(often.flatMap((i) => servers.map(({ replays }) => replays.claimOnce(`id ${i}`, 0, 9e9))))
      expect(claims.filter(Boolean)).toHaveLength(OFTEN)
      const all = often.flatMap((i) => servers.map((server, s) => useAll(server, 2 * i + s)))
      for (const found of await Promise.all(all)) expect(found).toEqual([verdict.projectId, [], true])
      await Promise.all(servers.map((server) => server.prune(100)))
      expect(await servers[0]!.counters.read('key', 3600, 4002)).toBe(2 * OFTEN)
      await Promise.all(servers.map((server) => server.close()))
    })

    it('is used again when the database behind it is back', async () => {
      const stores = await open()
      await postgres.stop('SIGKILL')
      await expect(stores.replays.claimOnce('meanwhile', 0, 9e9)).rejects.toThrow('store')
      await postgres.start()
      await expect.poll(() => stores.check().then(() => 'back', String), { timeout: 15_000 }).toBe('back')
      expect(await stores.replays.claimOnce('after', 0, 9e9)).toBe(true)
      await stores.close()
    })
  },
  30_000,
)

/** Verbs of one statement, of several in a transaction, and of a function that locks. */
async function useAll({ verdicts, sketches, outbox, counters }: Stores, i: number) {
  await verdicts.record({ ...verdict, jti: `${i}` }, 9e9)
  const bands = [i, i + 100, i + 200, i + 300, i + 400, i + 500] as const
  await counters.take('key', 1, 1000, 3600, 4000)
  return [
    (await verdicts.find(verdict.projectId, `${i}`))?.projectId,
    await sketches.meet(verdict.projectId, { session: `s${i}`, thumbprint: undefined, body: '', bands }, 9e9, 100),
    await outbox.add({ id: `m${i}`, projectId: `prj_${i % 3}`, url: '', body: '', createdAt: 100 }),
  ]
}
