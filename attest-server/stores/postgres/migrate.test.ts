import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENT_OVERHEAD, MOST_LOOKED_AT, MOST_MET, MOST_OWN, StoreUnavailable } from '../ports.js'
import { BRIEF_RECORD } from '../retention.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { type DatabaseAddress, parseDatabaseUrl } from './database-address.js'
import { isUsable, migrate, onConnection, stateOn } from './migrate.js'
import { type Migration, migrations } from './migrations.js'
import { openPostgresStores } from './open-postgres-stores.js'
import { readCertificates } from './read-certificates.js'

/** Of each migration, in their order. One is added with each that is appended; none is ever changed. */
const DIGESTS: readonly string[] = ['e0e3098657382233', '19529f07b5fc0f06', 'a7521d2dd679e3c8', 'a37a3e8d423c1a17', '83a88b1338e709b8']

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 30_000)
afterAll(() => postgres.remove())

function addressOf(url: string): DatabaseAddress {
  const address = readCertificates(parseDatabaseUrl(url)!)
  if (!address.ok) throw new Error(address.error)
  return address.value
}

const digestOf = (sql: string) => createHash('sha256').update(sql).digest('hex').slice(0, 16)
const [expanding, contracting]: readonly Migration[] = [
  { sql: 'CREATE TABLE more (id integer)', oldest: 1 },
  { sql: 'DROP TABLE labels', oldest: migrations.length + 1 },
]

describe('what databases were made with', () => {
  it('stays as it was', () => {
    expect(
      migrations.map(({ sql }) => digestOf(sql)),
      'this is in databases already: write a migration, and add its digest',
    ).toEqual(DIGESTS)
  })

  it('says what the code says', () => {
    const sql = migrations.map((migration) => migration.sql).join('')
    const numbers = (pattern: RegExp) => new Set([...sql.matchAll(pattern)].map(([, number]) => Number(number)))
    expect(numbers(/octet_length\(body\) \+ (\d+)/g)).toEqual(new Set([EVENT_OVERHEAD]))
    expect(numbers(/until - issued_at <= (\d+)/g)).toEqual(new Set([BRIEF_RECORD]))
    expect(numbers(/LIMIT (\d+)/g)).toEqual(new Set([MOST_LOOKED_AT, MOST_MET]))
    expect(numbers(/count\(\*\) FROM sketches .*\) < (\d+)/g)).toEqual(new Set([MOST_OWN]))
  })

  it('lets older servers go on where it only expands', () => {
    for (const [i, { oldest }] of migrations.entries()) {
      expect(oldest).toBeGreaterThanOrEqual(migrations[i - 1]?.oldest ?? 1)
      expect(oldest).toBeLessThanOrEqual(i + 1)
    }
  })
})

describe('a database’s schema', () => {
  it('is made once, whoever comes at the same time', async () => {
    const address = addressOf(await postgres.fresh())
    expect(await onConnection(address, (client) => stateOn(client))).toEqual({ version: 0, oldest: 0, known: migrations.length })
    const states = await Promise.all(Array.from({ length: 5 }, () => migrate(address)))
    for (const state of states) expect(state).toEqual({ version: migrations.length, oldest: 1, known: migrations.length })
  })

  it('stays where it was when a migration fails, and goes on from there', async () => {
    const address = addressOf(await postgres.fresh())
    const broken = [...migrations, { sql: 'CREATE TABLE more (id integer); SELECT * FROM nowhere', oldest: 1 }]
    await expect(migrate(address, broken)).rejects.toThrow(StoreUnavailable)
    expect((await onConnection(address, (client) => stateOn(client))).version).toBe(migrations.length)
    expect((await migrate(address, [...migrations, expanding!])).version).toBe(migrations.length + 1)
  })

  it('of a newer server is good for an older one as long as it only grew', async () => {
    const url = await postgres.fresh()
    const grown = await migrate(addressOf(url), [...migrations, expanding!])
    expect(isUsable({ ...grown, known: migrations.length })).toBe(true)
    const stores = await openPostgresStores(parseDatabaseUrl(url)!)
    expect(stores.ok && (await stores.value.replays.claimOnce('id', 0, 9e9))).toBe(true)
    if (stores.ok) await stores.value.close()
    await migrate(addressOf(url), [...migrations, expanding!, contracting!])
    expect(await openPostgresStores(parseDatabaseUrl(url)!)).toEqual({ ok: false, error: expect.stringContaining('needs a newer version') })
  })

  it('may be made by one user and used by another who may only read and write rows', async () => {
    const url = await postgres.fresh()
    await migrate(addressOf(url))
    const [schema] = await postgres.query<{ name: string }>(url, 'SELECT current_schema() AS name')
    await postgres.query(
      url,
      `CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA ${schema!.name} TO clerk;
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema!.name} TO clerk`,
    )
    const stores = await openPostgresStores(parseDatabaseUrl(url.replace('test@', 'clerk@'))!)
    expect(stores.ok && (await stores.value.replays.claimOnce('id', 0, 9e9))).toBe(true)
    const sketch = { session: 'sess_1', thumbprint: undefined, body: '', bands: [1, 2, 3, 4, 5, 6] } as const
    expect(stores.ok && (await stores.value.sketches.meet('prj_1', sketch, 9e9, 1))).toEqual([])
    if (stores.ok) await stores.value.close()
  })
})
