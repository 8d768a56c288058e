import { createSocket } from 'node:dgram'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompiledServer, compileServer } from './testing/compile-server.js'
import { evidenceFor, postTo } from './testing/page-load.js'
import { spawnCli, spawnServer } from './testing/spawn-server.js'

let compiled: CompiledServer
let root: string

beforeAll(() => {
  compiled = compileServer()
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-main-'))
}, 30_000)
afterAll(() => {
  compiled.remove()
  rmSync(root, { recursive: true, force: true })
})

const EASY = { VOUCHSAFE_POW_DIFFICULTY: '2' }

async function run(args: readonly string[], dataDir: string, settings = {}) {
  return spawnCli(compiled.cli, args, { VOUCHSAFE_DATA_DIR: dataDir, ...settings }).finished
}
async function makeProject(dataDir: string): Promise<{ siteKey: string; secretKey: string }> {
  const { out } = await run(['project', 'create', '--name', 'Shop', '--origin', 'loopback', '--json'], dataDir)
  return JSON.parse(out) as { siteKey: string; secretKey: string }
}

describe('vouchsafe crawlers export', { timeout: 30_000 }, () => {
  it('ends without a word when nobody reads on', async () => {
    const { child, finished } = spawnCli(compiled.cli, ['crawlers', 'export'], { VOUCHSAFE_DATA_DIR: join(root, 'pipe') })
    child.stdout!.once('data', () => child.stdout!.destroy())
    expect(await finished).toMatchObject({ code: 0, err: '' })
  })
})

describe('vouchsafe serve', { timeout: 30_000 }, () => {
  it('yields one verdict for a challenge, also when it is killed and started again in between', async () => {
    const dataDir = join(root, 'killed')
    const { siteKey } = await makeProject(dataDir)
    const first = await spawnServer(compiled.cli, dataDir, EASY)
    const [used, unused] = [await evidenceFor(first.url, siteKey), await evidenceFor(first.url, siteKey)]
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await postTo(`${first.url}/v1/attest`, used)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(99)
    first.child.kill('SIGKILL')
    await first.finished
    const second = await spawnServer(compiled.cli, dataDir, EASY)
    const again = await Promise.all(Array.from({ length: 20 }, async () => (await postTo(`${second.url}/v1/attest`, used)).status))
    expect(new Set(again)).toEqual(new Set([409]))
    expect((await postTo(`${second.url}/v1/attest`, unused)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect((await second.finished).code).toBe(0)
  })

  it('opens its dashboard to the password that the command line has set, over a restart, and to its own page alone', async () => {
    const dataDir = join(root, 'dashboard')
    const owner = ['--email', 'owner@shop.example', '--json']
    await run(['account', 'create', ...owner], dataDir)
    const { password } = JSON.parse((await run(['account', 'password', ...owner], dataDir)).out) as { password: string }
    const ask = (url: string, path: string, headers: object, body?: object) =>
      fetch(`${url}/dashboard/api${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
    const first = await spawnServer(compiled.cli, dataDir)
    const login = { email: 'owner@shop.example', password }
    expect((await ask(first.url, '/login/password', { origin: 'https://evil.example' }, login)).status).toBe(403)
    expect((await ask(first.url, '/login/password', { origin: first.url }, { ...login, password: 'a wrong one' })).status).toBe(401)
    const entered = await ask(first.url, '/login/password', { origin: first.url }, login)
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
    expect((await ask(first.url, '/me', { cookie })).status).toBe(200)
    first.child.kill('SIGKILL')
    await first.finished
    const second = await spawnServer(compiled.cli, dataDir)
    expect((await ask(second.url, '/me', { cookie })).status).toBe(200)
    expect((await ask(second.url, '/logout', { cookie, origin: second.url }, {})).status).toBe(204)
    expect((await ask(second.url, '/me', { cookie })).status).toBe(401)
    second.child.kill('SIGTERM')
    expect((await second.finished).code).toBe(0)
  })

  it('keeps its keys over a restart, and takes a new one up while it runs', async () => {
    const dataDir = join(root, 'keys')
    const kids = async (url: string) =>
      ((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)
    const first = await spawnServer(compiled.cli, dataDir)
    const before = await kids(first.url)
    first.child.kill('SIGINT')
    await first.finished
    const second = await spawnServer(compiled.cli, dataDir)
    expect(await kids(second.url)).toEqual(before)
    const { kid } = JSON.parse((await run(['key', 'rotate', '--json'], dataDir)).out) as { kid: string }
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await kids(second.url)).toEqual([kid, ...before])
    second.child.kill('SIGTERM')
    expect((await second.finished).code).toBe(0)
  })

  it('ends the requests under way, then itself, in spite of idle connections', async () => {
    const server = await spawnServer(compiled.cli, join(root, 'drain'))
    const port = Number(new URL(server.url).port)
    const idle = connect(port, '127.0.0.1')
    const slow = request({
      port,
      host: '127.0.0.1',
      path: '/v1/challenge',
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-length': 2 },
    })
    const status = new Promise<number | undefined>((resolve) => slow.on('response', (response) => resolve(response.resume().statusCode)))
    slow.write('{')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    slow.end('}')
    expect(await status).toBe(400)
    const started = Date.now()
    expect((await server.finished).code).toBe(0)
    expect(Date.now() - started).toBeLessThan(5000)
    idle.destroy()
  })

  it('ends at once with a second signal, of either kind', async () => {
    const server = await spawnServer(compiled.cli, join(root, 'twice'), { VOUCHSAFE_DRAIN_SECONDS: '60' })
    server.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.child.kill('SIGINT')
    expect((await server.finished).code).toBe(130)
  })

  it('says in one line that its port is in use', async () => {
    const server = await spawnServer(compiled.cli, join(root, 'port'))
    const { code, out, err } = await run(['serve'], join(root, 'port-2'), { PORT: new URL(server.url).port })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use\. [^\n]+\n$/)
    server.child.kill('SIGTERM')
    await server.finished
  })

  it('says in one line that its data folder cannot be used', async () => {
    writeFileSync(join(root, 'file'), '')
    const { code, err } = await run(['serve'], join(root, 'file', 'data'), { PORT: '0' })
    expect(code).toBe(1)
    expect(err).toMatch(/^The data folder .* cannot be used \(ENOTDIR\)\. [^\n]+\n$/)
  })

  // In a process of its own: what hung here once blocked its whole thread.
  it.skipIf(!existsSync('/proc/self'))('says so too where the system takes no folders', async () => {
    const { child, finished } = spawnCli(compiled.cli, ['serve'], { VOUCHSAFE_DATA_DIR: '/proc/nope/data', PORT: '0' })
    const limit = setTimeout(() => child.kill('SIGKILL'), 10_000)
    const { code, err } = await finished
    clearTimeout(limit)
    expect(code).toBe(1)
    expect(err).toMatch(/^The data folder \/proc\/nope\/data cannot be used \(ENOENT\)\. [^\n]+\n$/)
  })

  it('lists all faults of its configuration', async () => {
    const { code, err } = await run(['serve'], join(root, 'faults'), { PORT: 'x', VOUCHSAFE_LOG: 'y' })
    expect([code, err.trim().split('\n').length]).toEqual([1, 2])
  })

  it('says once what it knows of networks, and ends although it follows files', async () => {
    const dataDir = join(root, 'networks')
    const exits = join(root, 'exits.txt')
    writeFileSync(exits, '5.0.0.1\n')
    for (const [settings, said] of [
      [{}, 'network-unknown'],
      [{ VOUCHSAFE_NETWORK_DATABASES: `tor:${exits}` }, 'network-database'],
    ] as const) {
      const server = await spawnServer(compiled.cli, dataDir, settings)
      server.child.kill('SIGTERM')
      const { code, err } = await server.finished
      const events = err.split('\n').flatMap((line) => /"event":"(network-[a-z]+)"/.exec(line)?.[1] ?? [])
      expect([code, events]).toEqual([0, [said]])
    }
  })

  it('is ready and stops at once while the lists of crawlers do not come', async () => {
    const dataDir = join(root, 'offline')
    // A name server that says nothing: no name is resolved, and nothing leaves this machine.
    const silent = createSocket('udp4')
    const isAsked = new Promise((resolve) => silent.once('message', resolve))
    await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve))
    const resolver = `127.0.0.1:${silent.address().port}`
    const server = await spawnServer(compiled.cli, dataDir, { VOUCHSAFE_CRAWLER_FEEDS: 'on', VOUCHSAFE_RESOLVER: resolver })
    await isAsked
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const asked = performance.now()
    server.child.kill('SIGTERM')
    expect((await server.finished).code).toBe(0)
    expect(performance.now() - asked).toBeLessThan(2500)
    silent.close()
  })
})
