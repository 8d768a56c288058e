import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrepared } from '../../compose/compose-deps.js'
import { parseConfig } from '../../config.js'
import type { Stores } from '../ports.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { migrations } from './migrations.js'
import { openPostgresStores } from './open-postgres-stores.js'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 30_000)
afterAll(() => postgres.remove())

async function open(url: string): Promise<Stores> {
  const stores = await openPostgresStores(parseDatabaseUrl(url)!)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

/** As `vouchsafe serve` does. */
async function start(url: string): Promise<Stores> {
  const config = parseConfig({ VOUCHSAFE_DATABASE_URL: url })
  if (!config.ok) throw new Error(config.error.join())
  const stores = await openPrepared(config.value)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

const closeAll = (all: readonly Stores[]) => Promise.all(all.map((stores) => stores.close()))

describe('several servers on one database', { timeout: 30_000 }, () => {
  it('start together where there is nothing: one migrates, one makes the signing key', async () => {
    const url = await postgres.fresh()
    const servers = await Promise.all([start(url), start(url), start(url)])
    const keys = await Promise.all(servers.map(async ({ signingKeys }) => (await signingKeys.list()).map(({ kid }) => kid)))
    expect(new Set(keys.flat()).size).toBe(1)
    expect(await postgres.query(url, 'SELECT version FROM vouchsafe_schema')).toEqual(migrations.map((_, i) => ({ version: i + 1 })))
    await closeAll(servers)
  })

  it('give an id to one of those who claim it at the same moment', async () => {
    const url = await postgres.fresh()
    const servers = await Promise.all([open(url), open(url), open(url), open(url)])
    for (let round = 0; round < 20; round++) {
      const claims = await Promise.all(servers.flatMap(({ replays }) => [0, 1, 2].map(() => replays.claimOnce(`id ${round}`, 0, 9e9))))
      expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
    }
    await closeAll(servers)
  })

  it('hand out each event and each message once, while others append', async () => {
    const url = await postgres.fresh()
    const servers = await Promise.all([open(url), open(url), open(url)])
    const append = ({ inbox, outbox }: Stores, i: number) =>
      Promise.all([
        inbox.append(
          {
            ...{ projectId: `prj_${i % 3}`, session: `sess_${i}`, freshSession: '', idempotencyKey: undefined },
            events: [0, 1, 2].map((k) => ({ requestId: `${i}-${k}`, body: '{}' })),
          },
          100,
        ),
        outbox.add({ id: `msg_${i}`, projectId: `prj_${i % 3}`, url: 'https://shop.example', body: '{}', createdAt: 100 }),
      ])
    const claim = async ({ inbox, outbox }: Stores) => [
      ...(await inbox.claim(7, 100, 200)).map(({ requestId }) => requestId),
      ...(await outbox.claim(3, 100, 200)).map(({ id }) => id),
    ]
    const claimed: string[] = []
    for (let round = 0; round < 8; round++) {
      const both = servers.map(async (server, i) => {
        await append(server, round * 3 + i)
        return claim(server)
      })
      claimed.push(...(await Promise.all(both)).flat())
    }
    for (let last = ['first']; last.length > 0; claimed.push(...last)) last = await claim(servers[0]!)
    expect(new Set(claimed).size).toBe(claimed.length)
    expect(claimed).toHaveLength(8 * 3 * 4)
    await closeAll(servers)
  })

  it('count what there is, also of those that are gone', async () => {
    const url = await postgres.fresh()
    const counted = () =>
      postgres.query(url, 'SELECT name, project_id, sum(rows)::int AS rows FROM tallies GROUP BY 1, 2 HAVING sum(rows) <> 0 ORDER BY 1, 2')
    const servers = await Promise.all([open(url), open(url)])
    await Promise.all(Array.from({ length: 40 }, (_, i) => servers[i % 2]!.devices.meet(`key ${i % 30}`, 100)))
    await Promise.all(Array.from({ length: 20 }, (_, i) => servers[i % 2]!.liveSessions.put(`prj_${i % 2}`, `${i}`, '', 0, 100)))
    await servers[0]!.erase('prj_0', '0')
    const rows = [
      { name: 'devices', project_id: '', rows: 30 },
      { name: 'live_sessions', project_id: 'prj_0', rows: 9 },
      { name: 'live_sessions', project_id: 'prj_1', rows: 10 },
    ]
    expect(await counted()).toEqual(rows)
    await closeAll(servers)
    const next = await open(url)
    // Connections that were closed are still ending.
    await expect
      .poll(async () => {
        await next.prune(101)
        return postgres.query(url, 'SELECT DISTINCT slot FROM tallies')
      })
      .toEqual([{ slot: 0 }])
    expect(await counted()).toEqual(rows)
    await next.close()
  })

  it('take text that holds what PostgreSQL’s cannot', async () => {
    const stores = await open(await postgres.fresh())
    await stores.labels.label('prj_1', 'a\0b', 'bot', 100)
    expect(await stores.labels.list('prj_1', 9)).toEqual([{ subject: 'a\ufffdb', label: 'bot', at: 100 }])
    await stores.close()
  })
})
