import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStores } from '../stores/open.js'
import type { Stores } from '../stores/ports.js'
import { parseDatabaseUrl } from '../stores/postgres/database-address.js'
import { startPostgres, type TestPostgres } from '../stores/testing/start-postgres.js'
import { runCli } from './run-cli.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-database-'))
let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 30_000)
afterAll(async () => {
  await postgres.remove()
  rmSync(root, { recursive: true, force: true })
})

let url: string
beforeEach(async () => {
  url = await postgres.fresh()
})

async function run(settings: Readonly<Record<string, string>>, ...args: string[]) {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] }
  const output = { out: (line: string) => void lines.out.push(line), err: (line: string) => void lines.err.push(line) }
  const code = await runCli(args, { VOUCHSAFE_DATA_DIR: join(root, 'none'), ...settings }, output)
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}
const onDatabase = (...args: string[]) => run({ VOUCHSAFE_DATABASE_URL: url }, ...args)

describe('commands on a database', () => {
  it('do what they do on a folder, and say where', async () => {
    const made = await onDatabase('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example')
    expect([made.code, made.err]).toEqual([0, expect.stringContaining(`Made in postgres://test@127.0.0.1:${postgres.port}/postgres`)])
    expect((await onDatabase('project', 'list')).out).toContain('Shop')
    expect((await onDatabase('serve', '--check')).out).toContain('its data is in postgres://test@')
    expect((await onDatabase('key', 'rotate')).code).toBe(0)
  })

  it('say in one line what is wrong with the address, and never what it is', async () => {
    const { code, err } = await run({ VOUCHSAFE_DATABASE_URL: 'postgres://ada:pass-word@' }, 'project', 'list')
    expect([code, err]).toEqual([1, expect.stringMatching(/^VOUCHSAFE_DATABASE_URL must be postgres:\/\/user:password@host/)])
    expect(err).not.toContain('pass-word')
  })

  it('say that a database which is not there does not answer', async () => {
    const { code, err } = await run({ VOUCHSAFE_DATABASE_URL: 'postgres://test@127.0.0.1:1/none' }, 'project', 'list')
    expect([code, err]).toEqual([1, expect.stringMatching(/^The database postgres:\/\/test@127\.0\.0\.1:1\/none cannot be used \(.*\)\. /)])
  })
})

describe('vouchsafe migrate', () => {
  it('says what is to be done, does it, and says that it is done', async () => {
    expect(await onDatabase('migrate', '--check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('version 0, and this server needs'),
    })
    expect(await onDatabase('migrate')).toMatchObject({ code: 0, out: expect.stringContaining('as this server knows it') })
    expect(await onDatabase('migrate', '--check')).toMatchObject({ code: 0 })
    expect(await run({}, 'migrate')).toMatchObject({ code: 1, err: expect.stringContaining('VOUCHSAFE_DATABASE_URL is not set') })
  })

  it('leaves what a newer server needs alone', async () => {
    await onDatabase('migrate')
    await postgres.query(url, 'INSERT INTO vouchsafe_schema VALUES (999, 999)')
    for (const args of [['migrate'], ['migrate', '--check'], ['project', 'list']]) expect((await onDatabase(...args)).code).toBe(1)
  })
})

describe('vouchsafe doctor', () => {
  it('says of a database what it found, a line each, and changes nothing', async () => {
    const { code, out } = await onDatabase('doctor')
    expect(code).toBe(0)
    for (const line of [/^ok {4}database .* answers\.$/m, /^ok {4}version .*PostgreSQL \d+/m, /^ok {4}encryption .*none, on this machine/m])
      expect(out).toMatch(line)
    expect(out).toMatch(/^mind {2}schema .*version 0, .*Run "vouchsafe migrate"/m)
    for (const name of ['clock', 'connections', 'signing key', 'space']) expect(out).toMatch(new RegExp(`^(ok  |mind)  ${name} `, 'm'))
    expect(await postgres.query(url, "SELECT to_regclass('vouchsafe_schema') AS found")).toEqual([{ found: null }])
    await onDatabase('key', 'list')
    expect((await onDatabase('doctor')).out).toMatch(/^ok {4}signing key +1 published/m)
  })

  it('says that a database does not answer, and what to do', async () => {
    const { code, out } = await run({ VOUCHSAFE_DATABASE_URL: 'postgres://test@127.0.0.1:1/none' }, 'doctor')
    expect([code, out]).toEqual([1, expect.stringMatching(/^BAD {3}database .*ECONNREFUSED.*See that it runs/m)])
  })

  it('says of a folder what it found', async () => {
    const folder = join(root, 'to-be-made', 'data')
    const before = await run({ VOUCHSAFE_DATA_DIR: folder }, 'doctor')
    expect([before.code, before.out]).toEqual([0, expect.stringMatching(/data folder .*will be made at the first start/)])
    await run({ VOUCHSAFE_DATA_DIR: folder }, 'key', 'list')
    const { code, out } = await run({ VOUCHSAFE_DATA_DIR: folder }, 'doctor')
    expect(code).toBe(0)
    expect(out).toMatch(/^ok {4}signing key +1 published/m)
    expect(out).toMatch(/space .* GB are free on the disk of/)
    const file = join(root, 'a-file')
    writeFileSync(file, '')
    expect(await run({ VOUCHSAFE_DATA_DIR: join(file, 'data') }, 'doctor')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^BAD {3}data folder/m),
    })
  })

  it('tells programs the same', async () => {
    const { findings } = JSON.parse((await onDatabase('doctor', '--json')).out) as { findings: { name: string; state: string }[] }
    expect(findings.find(({ name }) => name === 'schema')).toMatchObject({ state: 'worth-knowing' })
  })
})

/** The stores of a database, for a while. */
async function onStores<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const stores = await openStores({ dataDir: '', databaseUrl: parseDatabaseUrl(url), verdictRecords: 1000 })
  if (!stores.ok) throw new Error(stores.error)
  const result = await work(stores.value)
  await stores.value.close()
  return result
}

describe('vouchsafe import', () => {
  const folder = join(root, 'source')
  beforeAll(async () => {
    for (const name of ['Shop', 'Blog'])
      await run({ VOUCHSAFE_DATA_DIR: folder }, 'project', 'create', '--name', name, '--origin', 'loopback')
  })

  it('needs a folder with data in it', async () => {
    expect(await onDatabase('import')).toMatchObject({ code: 2, err: expect.stringContaining('--from is missing') })
    expect(await onDatabase('import', '--from', join(root, 'nowhere'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no data in'),
    })
  })

  it('copies what is there into a database that holds nothing, once', async () => {
    const copied = await onDatabase('import', '--from', folder)
    expect([copied.code, copied.out]).toEqual([0, expect.stringMatching(/projects +2\n/)])
    const { out } = await run({ VOUCHSAFE_DATA_DIR: folder }, 'key', 'list')
    expect((await onDatabase('key', 'list')).out, 'with its signing key').toBe(out)
    expect(await onDatabase('import', '--from', folder)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/holds something already \(projects,.*--merge/),
    })
  })

  it('adds to what is there where it is told to, and leaves that as it is', async () => {
    await onDatabase('project', 'create', '--name', 'News', '--origin', 'loopback')
    for (const projects of [2, 0]) {
      const { code, out } = await onDatabase('import', '--from', folder, '--merge', '--json')
      expect([code, JSON.parse(out)]).toMatchObject([0, { imported: { projects } }])
    }
    expect((await onStores(({ projects }) => projects.list())).map(({ name }) => name).sort()).toEqual(['Blog', 'News', 'Shop'])
  })
})
