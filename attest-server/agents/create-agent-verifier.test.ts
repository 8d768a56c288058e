import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createAgentSigner, createDirectory, generateAgentKey, signRequest } from '../core/agents/sign/index.js'
import { openOutbound } from '../outbound/open-outbound.js'
import { createAgentVerifier } from './create-agent-verifier.js'

let server: Server | undefined
afterEach(() => server?.close())

const now = 1_800_000_000
const url = 'https://shop.example/'

/** An agent whose directory stands on this machine. */
async function startAgent() {
  const signer = await createAgentSigner(await generateAgentKey())
  let visits = 0
  const answer: RequestListener = (request, response) => {
    visits++
    const made = createDirectory([signer], { authority: request.headers.host!, now })
    void made.then(({ headers, body }) => response.writeHead(200, headers).end(body))
  }
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const agent = `http://127.0.0.1:${(started.address() as AddressInfo).port}`
  const request = async () => ({
    method: 'GET',
    url,
    headers: new Map(Object.entries(await signRequest(signer, { method: 'GET', url, agent, now }))),
  })
  return { agent, request, visits: () => visits }
}

const claimed = new Set<string>()
const nonces = { claimOnce: async (id: string) => !claimed.has(id) && claimed.add(id).has(id) }
const optionsOf = (loopback: boolean) => ({ nonces, send: openOutbound({ userAgent: 'Vouchsafe', loopback }), policy: { loopback } })
const own = ['shop.example']

describe('the verifier of agents on Node', () => {
  it('fetches a directory of this machine where that is configured, and once for many requests', async () => {
    const { agent, request, visits } = await startAgent()
    const { verify, claim } = createAgentVerifier(optionsOf(true))
    const verdicts = await Promise.all(Array.from({ length: 20 }, async () => verify(await request(), own, now)))
    expect(verdicts.every((verdict) => verdict.outcome === 'verified' && verdict.agent === agent && verdict.proved)).toBe(true)
    expect(visits()).toBe(1)
    const [verdict] = verdicts
    if (verdict?.outcome !== 'verified') throw new Error('not verified')
    expect([await claim(verdict, now), await claim(verdict, now)]).toEqual(['first', 'used'])
  })

  it('fetches nothing of this machine otherwise', async () => {
    const { request, visits } = await startAgent()
    const verdict = await createAgentVerifier(optionsOf(false)).verify(await request(), own, now)
    expect(verdict).toEqual({ outcome: 'failed', meaning: 'unverified', fault: { reason: 'url-scheme' } })
    expect(visits()).toBe(0)
  })

  it('answers in time, though a directory does not', async () => {
    const { request } = await startAgent()
    const send = () => new Promise<never>(() => {})
    const started = performance.now()
    const verdict = await createAgentVerifier({ nonces, send, policy: { loopback: true } }).verify(await request(), own, now)
    expect(verdict).toMatchObject({
      outcome: 'failed',
      meaning: 'unverified',
      fault: { reason: 'directory', fault: { reason: 'timed-out' } },
    })
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
