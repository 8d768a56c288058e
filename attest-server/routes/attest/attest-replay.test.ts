import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteStores } from '../../stores/sqlite/open-sqlite-stores.js'
import { createTestServer } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-replay-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function open(name: string) {
  const stores = openSqliteStores(join(root, name))
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

describe('a challenge on the embedded store', () => {
  it('yields one verdict of 100 parallel redemptions', async () => {
    const stores = open('parallel')
    const page = await visit(await createTestServer({ stores }))
    const body = await page.body()
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await page.attest(body)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(99)
    await stores.close()
  })

  it('yields one verdict of 100 parallel redemptions on two servers that share the store', async () => {
    const [one, two] = [open('shared'), open('shared')]
    const page = await visit(await createTestServer({ stores: one }))
    const other = await createTestServer({ stores: two })
    const body = await page.body()
    const redeem = async (i: number) => (i % 2 === 0 ? page.server : other).post('/v1/attest', body)
    const statuses = await Promise.all(Array.from({ length: 100 }, async (_, i) => (await redeem(i)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    await Promise.all([one.close(), two.close()])
  })

  it('can be redeemed after a restart, and only once', async () => {
    const before = open('restart')
    const page = await visit(await createTestServer({ stores: before }))
    const body = await page.body()
    await before.close()
    const stores = open('restart')
    const restarted = await createTestServer({ stores })
    expect((await restarted.post('/v1/attest', body)).status).toBe(200)
    expect((await restarted.post('/v1/attest', body)).status).toBe(409)
    await stores.close()
  })

  it('is refused with a hint to try again while the store is away, and is good afterwards', async () => {
    const stores = open('away')
    const page = await visit(await createTestServer({ stores }))
    const body = await page.body()
    await stores.close()
    const response = await page.attest(body)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await response.json()).toMatchObject({ code: 'unavailable', retry: true })
    const again = open('away')
    expect((await (await createTestServer({ stores: again })).post('/v1/attest', body)).status).toBe(200)
    await again.close()
  })
})
