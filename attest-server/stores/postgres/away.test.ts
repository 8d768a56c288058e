import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stores, StoreUnavailable } from '../ports.js'
import { startFreezingProxy } from '../testing/freezing-proxy.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { openDatabase } from './database.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

/** Seconds: two to four where nobody else uses the machine. Without a limit of our own it would be minutes. */
const MOST_WAIT = 8

let postgres: TestPostgres
let url: string
beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.fresh()
}, 30_000)
afterAll(() => postgres.remove())

async function open(at = url): Promise<Stores> {
  const stores = await openPostgresStores(parseDatabaseUrl(at)!)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

/** Seconds until the stores have said that they do not answer. */
async function refusal(work: Promise<unknown>): Promise<number> {
  const before = Date.now()
  await expect(work).rejects.toThrow(StoreUnavailable)
  return (Date.now() - before) / 1000
}

/** As a server would: whoever comes tries, and some time it is there again. */
async function untilItAnswers(stores: Stores): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isBack = await stores.check().then(
      () => true,
      () => false,
    )
    if (isBack) return
  }
  throw new Error('It did not come back.')
}

describe('a database that is away', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('is said to be, and is used again when it is back: %s', async (how) => {
    const stores = await open()
    await stores.replays.claimOnce(`before ${how}`, 0, 9e9)
    const underWay = Promise.allSettled(Array.from({ length: 50 }, (_, i) => stores.replays.claimOnce(`${how} ${i}`, 0, 9e9)))
    await postgres.stop(how)
    await underWay
    expect(await refusal(stores.check())).toBeLessThan(MOST_WAIT)
    expect(await refusal(stores.rules.remove('prj', 'rule'))).toBeLessThan(MOST_WAIT)
    expect(await refusal(stores.settings.change('prj', {}))).toBeLessThan(MOST_WAIT)
    expect(await refusal(stores.projects.change('prj', {}))).toBeLessThan(MOST_WAIT)
    await postgres.start()
    await untilItAnswers(stores)
    expect(await stores.replays.claimOnce(`after ${how}`, 0, 9e9)).toBe(true)
    if (how === 'SIGINT') expect(await stores.replays.claimOnce(`before ${how}`, 0, 9e9)).toBe(false)
    await stores.close()
  })

  it('is said to be where it has fallen silent, and keeps nobody waiting', async () => {
    const proxy = await startFreezingProxy(postgres.port)
    const stores = await open(url.replace(String(postgres.port), String(proxy.port)))
    await stores.check()
    proxy.freeze()
    const waits = await Promise.all(Array.from({ length: 30 }, () => refusal(stores.replays.claimOnce('id', 0, 9e9))))
    expect(Math.max(...waits)).toBeLessThan(MOST_WAIT)
    expect(await refusal(stores.projects.change('prj', {}))).toBeLessThan(MOST_WAIT)
    proxy.thaw()
    await untilItAnswers(stores)
    await stores.close()
    proxy.close()
  })

  it('loses nothing of the counters that were taken meanwhile', async () => {
    const stores = await open()
    const take = (now: number) => stores.counters.take('key', 1, 100, 3600, now)
    await take(3600)
    await postgres.stop()
    for (let i = 0; i < 5; i++) expect((await take(3600.5)).taken).toBe(true)
    await expect(stores.prune(3600.6)).rejects.toThrow(StoreUnavailable)
    await expect(take(3602)).rejects.toThrow(StoreUnavailable)
    await postgres.start()
    await untilItAnswers(stores)
    expect((await take(3603)).used).toBe(7)
    await stores.close()
    const others = await open()
    expect(await others.counters.read('key', 3600, 3603)).toBe(7)
    await others.close()
  })

  it('is said to be when a server starts, in words and without the password', async () => {
    await postgres.stop()
    const opened = await openPostgresStores(parseDatabaseUrl(url.replace('test@', 'test:pass-word@'))!)
    await postgres.start()
    expect(opened).toEqual({
      ok: false,
      error: expect.stringMatching(/^The database postgres:\/\/test@127.* cannot be used \(.*ECONNREFUSED/),
    })
    expect(JSON.stringify(opened)).not.toContain('pass-word')
  })

  it('may end a connection that it has just begun', async () => {
    const [welcome, end] = [Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I'), Buffer.from('E\0\0\0\x18SFATAL\0C57P01\0Mend\0\0')]
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(Buffer.concat([welcome, end])))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const database = openDatabase({ ...parseDatabaseUrl(url)!, tls: undefined, port })
    await expect(database.transact(({ get }) => get('SELECT 1'))).rejects.toThrow(StoreUnavailable)
    await expect(database.get('SELECT 1')).rejects.toThrow(StoreUnavailable)
    await database.close()
    server.close()
  })

  it('gives up a connection that it has ended, and says so once at most', async () => {
    const stores = await open()
    await stores.check()
    await postgres.query(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vouchsafe'")
    await untilItAnswers(stores)
    await stores.close()
    await expect(stores.check()).rejects.toThrow(StoreUnavailable)
  })
})
