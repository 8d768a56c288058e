import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChallengeResponse } from '../shared/wire/challenge.js'
import type { AttestResponse } from '../shared/wire/verdict.js'
import { startPostgres, type TestPostgres } from './stores/testing/start-postgres.js'
import { type CompiledServer, compileServer } from './testing/compile-server.js'
import { createDevice, honestClaims, signEvidence } from './testing/honest-client.js'
import { spawnCli, spawnServer } from './testing/spawn-server.js'
import { browserHeaders } from './testing/test-server.js'

const ORIGIN = 'http://localhost:3000'
let compiled: CompiledServer
let postgres: TestPostgres
let root: string

beforeAll(async () => {
  compiled = compileServer()
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-main-database-'))
  postgres = await startPostgres()
}, 60_000)
afterAll(async () => {
  await postgres.remove()
  compiled.remove()
  rmSync(root, { recursive: true, force: true })
})

const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { ...browserHeaders, origin: ORIGIN, 'content-type': 'text/plain' }, body: JSON.stringify(body) })

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status

/** Several servers on a database, and a project. */
async function startFleet(count: number) {
  const settings = {
    VOUCHSAFE_DATABASE_URL: await postgres.fresh(),
    VOUCHSAFE_POW_DIFFICULTY: '2',
    VOUCHSAFE_PUBLIC_URL: 'http://127.0.0.1:8787',
  }
  const servers = await Promise.all(Array.from({ length: count }, () => spawnServer(compiled.cli, join(root, 'unused'), settings)))
  const made = await spawnCli(compiled.cli, ['project', 'create', '--name', 'Shop', '--origin', 'loopback', '--json'], settings).finished
  return { servers, project: JSON.parse(made.out) as { siteKey: string; secretKey: string } }
}

async function evidenceFor(url: string, siteKey: string): Promise<object> {
  const challenge = (await (await post(`${url}/v1/challenge`, { siteKey })).json()) as ChallengeResponse
  const device = await createDevice()
  return { challenge: challenge.challenge, evidence: await signEvidence(device, honestClaims(challenge, ORIGIN, device.thumbprint)) }
}

describe('servers that share a database', { timeout: 60_000 }, () => {
  it('are one server to whoever asks, outlive an outage of it, and the end of one of them', async () => {
    const { servers, project } = await startFleet(2)
    const [a, b] = servers.map(({ url }) => url) as [string, string]
    const used = await evidenceFor(a, project.siteKey)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => post(`${[a, b][i % 2]}/v1/attest`, used)))
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    const { reference } = (await answers.find(({ ok }) => ok)!.json()) as AttestResponse
    const explained = (url: string) =>
      fetch(`${url}/v1/verdicts/${reference}`, { headers: { authorization: `Bearer ${project.secretKey}` } })
    expect([(await explained(a)).status, (await explained(b)).status]).toEqual([200, 200])

    await postgres.stop('SIGKILL')
    expect([await statusOf(`${a}/readyz`), await statusOf(`${a}/healthz`), (await explained(b)).status]).toEqual([503, 200, 503])
    await postgres.start()
    for (const url of [a, b]) await expect.poll(() => statusOf(`${url}/readyz`), { timeout: 10_000 }).toBe(200)
    expect((await post(`${b}/v1/attest`, used)).status, 'its claim was kept').toBe(409)

    servers[0]!.child.kill('SIGKILL')
    await servers[0]!.finished
    expect((await post(`${b}/v1/attest`, await evidenceFor(b, project.siteKey))).status).toBe(200)
    servers[1]!.child.kill('SIGTERM')
    expect(await servers[1]!.finished).toMatchObject({ code: 0 })
  })
})
