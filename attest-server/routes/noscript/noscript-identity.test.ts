import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAgentVerifier } from '../../agents/create-agent-verifier.js'
import { createAgentSigner, createDirectory, generateAgentKey, signRequest } from '../../core/agents/sign/index.js'
import { createFakeWeb, page as directoryPage } from '../../core/agents/testing/directories.js'
import { createSend } from '../../core/outbound/create-send.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import type { VerdictRecord } from '../../stores/ports.js'
import { addRule } from '../../testing/add-rule.js'
import { createTestServer, ISSUER, ORIGIN, type TestServer } from '../../testing/test-server.js'

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const GOOGLE = { 'x-forwarded-for': '66.249.66.1', 'user-agent': GOOGLEBOT }
const IMPOSTOR = { 'x-forwarded-for': '203.0.114.7', 'user-agent': GOOGLEBOT }
const AGENT = 'https://chatgpt.com'
const IS_GOOGLE = { by: 'crawler', id: 'google', category: 'search', detection: 504 }

const signer = await createAgentSigner(await generateAgentKey())
const web = createFakeWeb()

let server: TestServer
beforeEach(async () => {
  const stores = openMemoryStores()
  const agents = createAgentVerifier({ send: createSend(web, { loopback: false, ports: [443] }), nonces: stores.replays })
  const deps = { crawlers: await crawlerDeps({ online: true }), agents }
  server = await createTestServer({ stores, settings: { trustedProxies: 1 }, deps })
  const directory = await createDirectory([signer], { authority: 'chatgpt.com', now: server.now() })
  web.pages.set(`${AGENT}/.well-known/http-message-signatures-directory`, directoryPage(directory))
})

type Headers = Readonly<Record<string, string>>
const host = new URL(ISSUER).host

/** Waits, and sends the form. @returns what the verdict claims, and its explanation. */
async function redeem(headersFor: Headers | ((body: string) => Promise<Headers>)) {
  const query = new URLSearchParams({ key: server.project.siteKey, return: `${ORIGIN}/sign-up` })
  const html = await (await server.app.request(`/v1/noscript?${query}`, { headers: { host } })).text()
  const body = new URLSearchParams({ ticket: /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '' }).toString()
  server.pass(6)
  const own = typeof headersFor === 'function' ? await headersFor(body) : headersFor
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded', ...own }
  const response = await server.app.request('/v1/noscript', { method: 'POST', headers, body })
  expect(response.status).toBe(303)
  const claims = decodeJwt(new URL(response.headers.get('location') ?? '').searchParams.get('vouchsafe-token') ?? '')
  const authorization = `Bearer ${server.secretKey}`
  const explained = await server.app.request(`/v1/verdicts/${String(claims.reference)}`, { headers: { authorization } })
  return { claims, explanation: (await explained.json()) as VerdictRecord }
}

const signed = async (body: string) =>
  signRequest(signer, {
    method: 'POST',
    url: `${ISSUER}/v1/noscript`,
    agent: AGENT,
    body: new TextEncoder().encode(body),
    now: server.now(),
  })

describe('who sends the form without JavaScript', () => {
  it('passes as the crawler that it is, and nothing is weighed', async () => {
    const { claims, explanation } = await redeem(GOOGLE)
    expect([claims.action, claims.assurance, claims.verified]).toEqual(['allow', 'noscript', IS_GOOGLE])
    expect([explanation.verified, explanation.contributions]).toEqual([IS_GOOGLE, []])
  })

  it('passes as the agent that signed it', async () => {
    const { claims } = await redeem(async (body) => ({ ...(await signed(body)) }))
    expect([claims.action, claims.verified]).toEqual(['allow', { by: 'agent', id: AGENT, category: 'ai_agent', detection: 505 }])
  })

  it('proves nothing with a signature for another form', async () => {
    const { claims } = await redeem(async () => ({ ...(await signed('ticket=other')) }))
    expect([claims.action, claims.verified]).toEqual(['challenge', undefined])
  })

  it('is weighed like everybody where the project lets nobody pass, and the verdict still says who it is', async () => {
    await server.stores.settings.change(server.project.id, { allowVerified: false })
    const { claims, explanation } = await redeem(async (body) => ({ ...(await signed(body)) }))
    expect([claims.action, claims.verified]).toEqual(['challenge', { by: 'agent', id: AGENT, category: 'ai_agent', detection: 505 }])
    expect(explanation.contributions.length).toBeGreaterThan(0)
  })

  it('is an impostor from elsewhere: asked, and no more', async () => {
    const { claims, explanation } = await redeem(IMPOSTOR)
    expect([claims.action, claims.verified, explanation.claimed]).toEqual(['challenge', undefined, 'google'])
    expect(explanation.contributions.map(({ id }) => id)).toContain('session.impostor')
  })
})

describe('rules on the path without JavaScript', () => {
  it('block, which the lack of a script never does', async () => {
    await addRule(server, 'verified_bot_category == null', 'block')
    const { claims, explanation } = await redeem(IMPOSTOR)
    expect(claims.action).toBe('block')
    expect(explanation).toMatchObject({ appraised: 'challenge', decided: { by: 'rule' } })
    expect((await redeem(GOOGLE)).claims.action).toBe('allow')
  })

  it('let pass, too, and may ask who is verified where such are let pass by rules alone', async () => {
    await server.stores.settings.change(server.project.id, { allowVerified: false })
    await addRule(server, 'verified_bot_category == "search"', 'allow')
    expect([(await redeem(GOOGLE)).claims.action, (await redeem(IMPOSTOR)).claims.action]).toEqual(['allow', 'challenge'])
  })
})
