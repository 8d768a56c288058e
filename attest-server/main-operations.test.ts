import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clock, random } from './compose/compose-deps.js'
import { rotateSigningKey } from './keys/rotate.js'
import { openStores } from './stores/open.js'
import { type CompiledServer, compileServer } from './testing/compile-server.js'
import { evidenceFor, keepOn, postTo, type Told, verdictOf } from './testing/page-load.js'
import { spawnCli, spawnServer } from './testing/spawn-server.js'

let compiled: CompiledServer
let root: string
beforeAll(() => {
  compiled = compileServer()
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-operations-'))
}, 30_000)
afterAll(() => {
  compiled.remove()
  rmSync(root, { recursive: true, force: true })
})

// Each browser is asked for its trace at first; nobody here has one.
const EASY = { VOUCHSAFE_POW_DIFFICULTY: '2', VOUCHSAFE_REVEAL_SHARE: 'off' }
const run = (args: readonly string[], dataDir: string) => spawnCli(compiled.cli, args, { VOUCHSAFE_DATA_DIR: dataDir }).finished

async function makeProject(dataDir: string): Promise<{ siteKey: string; id: string }> {
  const { out } = await run(['project', 'create', '--name', 'Shop', '--origin', 'loopback', '--json'], dataDir)
  return JSON.parse(out) as { siteKey: string; id: string }
}
const stop = async ({ child, finished }: Awaited<ReturnType<typeof spawnServer>>) => {
  child.kill('SIGTERM')
  return finished
}
async function openData(dataDir: string) {
  const stores = await openStores({ dataDir, verdictRecords: 100_000 })
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

describe('a server that is told to stop', { timeout: 40_000 }, () => {
  it('says so first, and cuts no request of those who listen to it', async () => {
    const dataDir = join(root, 'drain')
    const { siteKey } = await makeProject(dataDir)
    const server = await spawnServer(compiled.cli, dataDir, { ...EASY, VOUCHSAFE_DRAIN_SECONDS: '5' })
    let [isToldToStop, isKnownToStop] = [false, false]
    const statuses: string[] = []
    const load = keepOn(8, async () => {
      // What balances the load sends nothing more to a server that is not ready.
      if (isKnownToStop) return new Promise((resolve) => setTimeout(resolve, 10))
      const when = isToldToStop ? 'after' : 'before'
      statuses.push(`${when} ${(await postTo(`${server.url}/v1/challenge`, { siteKey })).status}`)
    })
    const asked = { port: new URL(server.url).port, path: '/v1/challenge', method: 'POST' }
    const slow = request({ ...asked, headers: { 'content-type': 'text/plain', 'content-length': 2 } })
    const slowStatus = new Promise((resolve, reject) => slow.on('response', (it) => resolve(it.resume().statusCode)).on('error', reject))
    slow.write('{')
    await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(50), { timeout: 10_000 })
    isToldToStop = true
    server.child.kill('SIGTERM')
    await vi.waitFor(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(503), { interval: 20, timeout: 4000 })
    const alive = await fetch(`${server.url}/healthz`)
    expect([alive.status, alive.headers.get('connection')]).toEqual([200, 'close'])
    await vi.waitFor(() => expect(statuses.filter((status) => status === 'after 200').length).toBeGreaterThan(20), { timeout: 4000 })
    isKnownToStop = true
    await load.stop()
    await vi.waitFor(async () => expect(await fetch(`${server.url}/healthz`).catch(() => 'closed')).toBe('closed'), { timeout: 15_000 })
    slow.end('}')
    expect(await slowStatus).toBe(400)
    expect((await server.finished).code).toBe(0)
    expect(new Set(statuses)).toEqual(new Set(['before 200', 'after 200']))
  })
})

describe('a new signing key', { timeout: 30_000 }, () => {
  it('is published by all servers of a store before it signs, and what the old one signed stays good', async () => {
    const dataDir = join(root, 'rotation')
    const { siteKey } = await makeProject(dataDir)
    const settings = { ...EASY, VOUCHSAFE_PUBLIC_URL: 'http://127.0.0.1:8787' }
    const servers = [await spawnServer(compiled.cli, dataDir, settings), await spawnServer(compiled.cli, dataDir, settings)] as const
    const keysOf = async ({ url }: { url: string }) => (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as JSONWebKeySet
    const verdicts = async () =>
      Promise.all(servers.map(async ({ url }) => (await verdictOf(url, await evidenceFor(url, siteKey))).verdict.token))
    const kidsOf = (tokens: readonly string[]) => [...new Set(tokens.map((token) => decodeProtectedHeader(token).kid))]
    const early = await verdicts()
    const [old] = kidsOf(early)
    const carried = await evidenceFor(servers[0].url, siteKey)
    const stores = await openData(dataDir)
    const { kid, activeFrom } = await rotateSigningKey(stores.signingKeys, 'ES256', random, clock(), 8)
    for (const server of servers)
      await vi.waitFor(async () => expect((await keysOf(server)).keys.map((key) => key.kid)).toEqual([kid, old]), { timeout: 5000 })
    // A verifier that keeps what it fetched now, and looks no more.
    const known = createLocalJWKSet(await keysOf(servers[1]))
    const isGood = (token: string) => jwtVerify(token, known).then(() => true)
    const seen: (string | undefined)[] = []
    await vi.waitFor(
      async () => {
        const tokens = await verdicts()
        await Promise.all(tokens.map(isGood))
        seen.push(...kidsOf(tokens))
        expect(kidsOf(tokens)).toEqual([kid])
      },
      { timeout: 20_000, interval: 100 },
    )
    expect(seen).toContain(old)
    await Promise.all(early.map(isGood))
    // What the old key sealed on one server is redeemed on the other.
    expect(await isGood((await verdictOf(servers[1].url, carried)).verdict.token)).toBe(true)
    const [, replaced] = await stores.signingKeys.list()
    expect(replaced!.retiresAt! - activeFrom).toBeGreaterThanOrEqual(3600)
    await stores.close()
    for (const server of servers) expect((await stop(server)).code).toBe(0)
  })
})

describe('a backup', { timeout: 30_000 }, () => {
  it('that is made under load holds all that was acknowledged before, and can be restored once nobody works on the data', async () => {
    const [dataDir, other, file] = [join(root, 'load'), join(root, 'restored'), join(root, 'load.backup')]
    const { siteKey, id } = await makeProject(dataDir)
    const server = await spawnServer(compiled.cli, dataDir, EASY)
    const told: Told[] = []
    const load = keepOn(4, async () => void told.push(await verdictOf(server.url, await evidenceFor(server.url, siteKey))))
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(30), { timeout: 10_000 })
    const before = [...told]
    const made = await run(['backup', '--file', file, '--json'], dataDir)
    expect([made.code, made.err]).toEqual([0, expect.stringContaining('signing keys')])
    await load.stop()
    expect(told.length).toBeGreaterThan(before.length)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(made.out)).toEqual({ file, bytes: statSync(file).size, projects: 1 })

    expect(await run(['restore', '--file', file, '--force'], dataDir)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Stop it first') as string,
    })
    expect((await stop(server)).code).toBe(0)
    expect(await run(['restore', '--file', file], dataDir)).toMatchObject({ code: 1, err: expect.stringContaining('--force') as string })
    expect((await run(['restore', '--file', file, '--force'], dataDir)).code).toBe(0)
    expect((await run(['restore', '--file', file], other)).code).toBe(0)

    const stores = await openData(other)
    const found = await Promise.all(before.map(({ verdict }) => stores.verdicts.find(id, verdict.reference)))
    expect(found.filter((record) => record === undefined)).toEqual([])
    await stores.close()
    const again = await spawnServer(compiled.cli, other, EASY)
    const statuses = await Promise.all(before.map(async ({ body }) => (await postTo(`${again.url}/v1/attest`, body)).status))
    expect(new Set(statuses)).toEqual(new Set([409]))
    await stop(again)
  })
})
