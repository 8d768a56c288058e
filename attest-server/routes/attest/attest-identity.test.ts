import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { seen } from '../../../shared/observation.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { createAgentVerifier } from '../../agents/create-agent-verifier.js'
import { createAgentSigner, createDirectory, generateAgentKey, signRequest } from '../../core/agents/sign/index.js'
import { createFakeWeb, page as directoryPage } from '../../core/agents/testing/directories.js'
import { createSend } from '../../core/outbound/create-send.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { type Findings, signEvidence } from '../../testing/honest-client.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

/** On the list of known agents; the test has its directory. */
const AGENT = 'https://chatgpt.com'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const GOOGLE = '66.249.66.1'
const STRANGER = '203.0.114.7'
/** A page that a program drives: without a proof of who it is, it is turned away. */
const DRIVEN: Findings = { observations: new Map([['tell.webdriver', seen(1)]]) }

const signer = await createAgentSigner(await generateAgentKey())
const web = createFakeWeb()

/** The server, with the vendors' files and a web that has the agent's keys. */
async function start(agents = true): Promise<TestServer> {
  const stores = openMemoryStores()
  const send = createSend(web, { loopback: false, ports: [443] })
  const server = await createTestServer({
    stores,
    settings: { trustedProxies: 1 },
    deps: {
      crawlers: await crawlerDeps({ online: true }),
      agents: agents ? createAgentVerifier({ send, nonces: stores.replays }) : undefined,
    },
  })
  for (const host of ['chatgpt.com', 'bot.example']) {
    const directory = await createDirectory([signer], { authority: host, now: server.now() })
    web.pages.set(`https://${host}/.well-known/http-message-signatures-directory`, directoryPage(directory))
  }
  return server
}

interface Explained extends Readonly<Record<string, unknown>> {
  readonly action: string
  readonly contributions: readonly { readonly id: string }[]
  readonly observations: readonly { readonly id: string }[]
}

/** Sends evidence. @returns what the browser gets, what the verdict claims, and the explanation. */
async function attest(server: TestServer, headersFor: (body: string, now: number) => Promise<Record<string, string>>, findings = DRIVEN) {
  const page = await visit(server)
  const evidence = await signEvidence(page.device, page.claims({}, findings))
  const body = JSON.stringify({ challenge: page.challenge.challenge, evidence })
  const response = await page.attest(body, await headersFor(body, server.now()))
  const answer = (await response.json()) as AttestResponse
  expect(response.status, JSON.stringify(answer)).toBe(200)
  const claims = JSON.parse(Buffer.from(answer.token.split('.')[1]!, 'base64url').toString()) as Readonly<Record<string, unknown>>
  const authorization = `Bearer ${server.secretKey}`
  const explained = await server.app.request(`/v1/verdicts/${answer.reference}`, { headers: { authorization } })
  return { answer, claims, explanation: (await explained.json()) as Explained }
}

const signedFor =
  (agent: string, changes: object = {}) =>
  async (body: string, now: number) => ({
    ...(await signRequest(signer, {
      method: 'POST',
      url: 'http://127.0.0.1:8787/v1/attest',
      agent,
      body: new TextEncoder().encode(body),
      now,
      ...changes,
    })),
  })
const from = (address: string, userAgent: string) => async () => ({ 'x-forwarded-for': address, 'user-agent': userAgent })

let server: TestServer
beforeEach(async () => {
  server = await start()
})

describe('who signs a request to attest', () => {
  it('passes as the agent that it is, and nothing is weighed', async () => {
    const { answer, claims, explanation } = await attest(server, signedFor(AGENT))
    const verified = { by: 'agent', id: AGENT, category: 'ai_agent', detection: 505 }
    expect([answer.action, claims.verified, explanation.verified]).toEqual(['allow', verified, verified])
    expect(explanation.contributions).toEqual([])
    expect(explanation.observations.map(({ id }) => id)).toContain('tell.webdriver')
  })

  it('is weighed like everybody where the project lets nobody pass, and the verdict still says who it is', async () => {
    await server.stores.settings.change(server.project.id, { allowVerified: false })
    const { answer, claims } = await attest(server, signedFor(AGENT))
    expect([answer.action, claims.verified]).toEqual(['block', { by: 'agent', id: AGENT, category: 'ai_agent', detection: 505 }])
  })

  it('is a name and no more where no list knows it', async () => {
    const { answer, claims } = await attest(server, signedFor('https://bot.example'))
    expect([answer.action, claims.verified]).toEqual(['block', undefined])
  })

  it('proves nothing a second time, by a nonce that was used', async () => {
    const life = { nonce: 'once', body: undefined }
    expect((await attest(server, signedFor(AGENT, life))).answer.action).toBe('allow')
    expect((await attest(server, signedFor(AGENT, life))).answer.action).toBe('block')
  })

  it('proves nothing of another body than the signature covers', async () => {
    const other = signedFor(AGENT, { body: new TextEncoder().encode('{}') })
    expect((await attest(server, other)).answer.action).toBe('block')
  })

  it('proves nothing by a signature for somebody else’s site', async () => {
    const abroad = signedFor(AGENT, { url: 'https://other.example/v1/attest' })
    expect((await attest(server, abroad)).answer.action).toBe('block')
    const named = async (body: string, now: number) => ({ ...(await abroad(body, now)), host: 'other.example' })
    expect((await attest(server, named)).answer.action).toBe('block')
  })

  it('may sign for the site’s own name, where the server stands behind it', async () => {
    const behind = signedFor(AGENT, { url: 'https://shop.example/v1/attest' })
    const named = async (body: string, now: number) => ({ ...(await behind(body, now)), host: 'shop.example' })
    expect((await attest(server, named)).answer.action).toBe('allow')
  })

  it('may send any headers at all, and is weighed like everybody', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'sig1',
        '=',
        '(',
        ')',
        '"@authority"',
        ';tag="web-bot-auth"',
        ';created=1790000000',
        ';keyid="a"',
        ':AAAA:',
        '"',
        ',',
        ' ',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    )
    const field = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').replace(/[^\x20-\x7e]/g, ''))
    const agent = fc.oneof(field, fc.constantFrom('"https://chatgpt.com"', '"http://169.254.169.254/"', 'a="https://bot.example"'))
    await fc.assert(
      fc.asyncProperty(field, field, agent, async (input, signature, from) => {
        const headers = { 'signature-input': `${input};tag="web-bot-auth"`, signature, 'signature-agent': from, host: '127.0.0.1:8787' }
        expect((await attest(server, async () => headers)).answer.action).toBe('block')
      }),
      { numRuns: 60 },
    )
  })

  it('is not asked who it is where agents are off', async () => {
    expect((await attest(await start(false), signedFor(AGENT))).answer.action).toBe('block')
  })
})

describe('who says to be a crawler', () => {
  it('passes from the vendor’s addresses, as what it is', async () => {
    const { answer, claims } = await attest(server, from(GOOGLE, GOOGLEBOT))
    expect(answer.action).toBe('allow')
    expect(claims.verified).toEqual({ by: 'crawler', id: 'google', category: 'search', detection: 504 })
  })

  it('is an impostor from elsewhere, which is weighed and written down', async () => {
    const { claims, explanation } = await attest(server, from(STRANGER, GOOGLEBOT), {})
    expect([claims.verified, explanation.claimed, explanation.action]).toEqual([undefined, 'google', 'challenge'])
    expect(explanation.contributions[0]).toMatchObject({ id: 'session.impostor', llr: 6 })
  })

  it('is not called a liar by an address that is only guessed', async () => {
    const guessed = async () => ({ 'user-agent': GOOGLEBOT })
    expect((await attest(server, guessed, {})).explanation.claimed).toBeUndefined()
  })
})
