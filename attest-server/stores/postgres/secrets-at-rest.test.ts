import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Secrets, useSecrets } from '../../testing/use-secrets.js'
import { unpackVerdict } from '../pack-verdict.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

/** The same as of a file: here, of all that the database has on its disk, its log among it, and of what is packed there. */
let postgres: TestPostgres
let used: Secrets
let files: string

beforeAll(async () => {
  postgres = await startPostgres()
  const url = await postgres.fresh()
  const stores = await openPostgresStores(parseDatabaseUrl(url)!)
  if (!stores.ok) throw new Error(stores.error)
  used = await useSecrets(stores.value)
  await stores.value.close()
  const records = await postgres.query<{ record: Buffer }>(url, 'SELECT record FROM verdicts')
  const unpacked = records.map(({ record }) => JSON.stringify(unpackVerdict(record)))
  await postgres.stop()
  const names = ['base', 'pg_wal'].flatMap((part) =>
    readdirSync(join(postgres.data, part), { recursive: true, encoding: 'utf8' }).map((name) => join(postgres.data, part, name)),
  )
  const written = names.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name, 'latin1'))
  files = [...written, ...unpacked].join('')
}, 60_000)
afterAll(() => postgres.remove())

describe('after everybody has used what they have,', () => {
  it('the database holds what was done with it, so that the search below looks in the right place', () => {
    for (const text of ['prj_test', 'https://hooks.example/x', '"contributions"']) expect(files.includes(text), text).toBe(true)
    expect(used.secrets.size).toBeGreaterThan(15)
    expect([...used.kept].flatMap(([what, secret]) => (files.includes(secret) ? [] : [what]))).toEqual([])
  })
  it('no secret stands in what it has written', () => {
    expect([...used.secrets].flatMap(([what, secret]) => (files.includes(secret) ? [what] : []))).toEqual([])
  })
})
