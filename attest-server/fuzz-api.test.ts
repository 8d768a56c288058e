import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, describe, expect, it } from 'vitest'
import { loadAssets } from './assets/load-assets.js'
import { loadDocsFiles } from './assets/load-docs-files.js'
import { makeWorld } from './testing/fuzz/make-world.js'
import { writePlaceholders } from './testing/fuzz/placeholder-files.js'
import { type FuzzReport, runFuzz } from './testing/fuzz/run-fuzz.js'
import { createTestServer } from './testing/test-server.js'

/** `npm run fuzz` sends many more, to a process of its own with the embedded store; here it is the store in memory. */
const REQUESTS = 2_500
const SEED = 1
const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function openServer() {
  writePlaceholders(folder)
  const assets = loadAssets(folder)
  const behaviour = { openSignup: true, trustIssuer: undefined, webhookLoopback: false }
  const server = await createTestServer({
    settings: { trustedProxies: 1, pow: { count: 1, difficulty: 1 }, behaviour },
    deps: { assets, docsFiles: loadDocsFiles(join(folder, 'docs')) },
  })
  const issuer = { stores: server.stores, apiKeys: server.apiKeys, now: server.now() }
  const names = assets.map(({ hashedName }) => hashedName)
  return { server, world: await makeWorld(issuer, names) }
}

async function fuzz(only?: number): Promise<{ readonly report: FuzzReport; readonly bugs: readonly unknown[] }> {
  const { server, world } = await openServer()
  const listening = createAdaptorServer({ fetch: server.app.fetch })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  // Time stands still unless it is moved: sessions are scored, forms may be sent, limits begin anew.
  const note = () => {
    server.pass(10)
    void server.score()
  }
  try {
    const report = await runFuzz({ url, world, requests: REQUESTS, seed: SEED, atOnce: 8, note, ...(only === undefined ? {} : { only }) })
    return { report, bugs: server.log.filter(({ event }) => event === 'bug' || event === 'store-unavailable') }
  } finally {
    await new Promise((resolve) => listening.close(resolve))
  }
}

describe(`${REQUESTS} requests made of the server's own OpenAPI document`, () => {
  it('are all answered as the document says, none with a fault of ours', async () => {
    const { report, bugs } = await fuzz()
    expect(report.findings).toEqual([])
    expect(bugs).toEqual([])
    // Both ways of being answered are met by nearly every operation; the long run holds all of them to it.
    expect(report.rows.filter(({ refused }) => refused === 0)).toEqual([])
    expect(report.rows.filter(({ good }) => good === 0).length).toBeLessThan(report.rows.length / 10)
  }, 120_000)

  it('and one alone is shown with its answer, whatever that is', async () => {
    const { report } = await fuzz(7)
    expect(report.only).toMatch(/^[A-Z]+ \/.*\n {4}\[.*\]\n {4}→ \d{3} /s)
    expect(report.rows.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
  })
})
