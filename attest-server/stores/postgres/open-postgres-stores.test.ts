import { afterAll, beforeAll } from 'vitest'
import { testStores } from '../contract/index.js'
import type { StoreLimits, Stores } from '../ports.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

let postgres: TestPostgres
let shared: string
beforeAll(async () => {
  postgres = await startPostgres()
  shared = await postgres.fresh()
  await (await open(shared)).close()
}, 30_000)
afterAll(() => postgres.remove())

async function open(url: string, limits?: StoreLimits): Promise<Stores> {
  const stores = await openPostgresStores(parseDatabaseUrl(url)!, limits)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

testStores('postgres', async (limits) => {
  await postgres.empty(shared)
  return [await open(shared, limits), await open(shared, limits)]
})
