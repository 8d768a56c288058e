import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { openSqliteStores } from '../stores/sqlite/open-sqlite-stores.js'
import { createTestServer } from '../testing/test-server.js'
import { createAddressDigest } from './address-digest.js'

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-address-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

describe('the name under which an address is counted', () => {
  it('is its own for as long as the process runs, and another one’s name elsewhere', () => {
    const digest = createAddressDigest(random)
    expect(digest('192.0.2.1')).toMatch(/^[\w-]{22}$/)
    expect(digest('192.0.2.1')).toBe(digest('192.0.2.1'))
    expect(digest('192.0.2.2')).not.toBe(digest('192.0.2.1'))
    expect(createAddressDigest(random)('192.0.2.1')).not.toBe(digest('192.0.2.1'))
  })

  it('is the same for each limit of an address', async () => {
    const stores = openMemoryStores()
    const take = vi.spyOn(stores.counters, 'take')
    const behaviour = { openSignup: true, trustIssuer: undefined, webhookLoopback: false }
    const { app } = await createTestServer({
      stores,
      settings: { behaviour },
      deps: { digestAddress: (address) => `digest of ${address}` },
    })
    const env = { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress: '203.0.113.77' } } }
    const headers = { 'content-type': 'application/json' }
    await app.request('/api/signup', { method: 'POST', headers, body: JSON.stringify({ email: 'ada@shop.example' }) }, env)
    const names = take.mock.calls.map(([name]) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => !/:digest of 203\.0\.113\./.test(name))).toEqual([])
    expect(names).toContainEqual(expect.stringMatching(/^signup-network:/))
  })

  it('is all that the store’s file has of whoever asks without a key', async () => {
    const stores = openSqliteStores(folder)
    if (!stores.ok) throw new Error(stores.error)
    const behaviour = { openSignup: true, trustIssuer: undefined, webhookLoopback: false }
    const { app } = await createTestServer({ stores: stores.value, settings: { behaviour } })
    const env = { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress: '203.0.113.77' } } }
    const headers = { 'content-type': 'application/json' }
    const posts: Readonly<Record<string, unknown>> = {
      '/api/score': { events: [{ type: 'hover' }] },
      '/api/signup': { email: 'ada@shop.example' },
      '/score': { ip: '198.51.100.1', useragent: 'curl/8' },
    }
    expect((await app.request('/v1/myip', {}, env)).status).toBe(200)
    for (const [path, body] of Object.entries(posts)) await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }, env)
    await stores.value.close()
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
    expect(files).toContain('signup-network:')
    expect(files).not.toContain('203.0.113')
  })
})
