import { describe, expect, it } from 'vitest'
import { createAgentVerifier } from '../../agents/create-agent-verifier.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { createAgentSigner, createDirectory, generateAgentKey, type RequestToSign, signRequest } from '../agents/sign/index.js'
import { createFakeWeb, page } from '../agents/testing/directories.js'
import { createSend } from '../outbound/create-send.js'
import { createIdentify } from './identify.js'
import { createIdentityOfDescription } from './identity-of-description.js'

const now = 1_800_000_000
const AGENT = 'https://chatgpt.com'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

const signer = await createAgentSigner(await generateAgentKey())

/** A project of `shop.example`, and whoever describes its requests. */
async function start() {
  const web = createFakeWeb()
  web.pages.set(
    `${AGENT}/.well-known/http-message-signatures-directory`,
    page(await createDirectory([signer], { authority: 'chatgpt.com', now })),
  )
  const stores = openMemoryStores()
  const project = {
    id: 'prj_1',
    name: 'Shop',
    siteKey: 'pk_1',
    origins: ['https://shop.example'],
    enforce: true,
    noscript: true,
    createdAt: now,
  }
  await stores.projects.create(project, { projectId: 'prj_1', lookup: 'a', hash: 'b' })
  const agents = createAgentVerifier({ send: createSend(web, { loopback: false, ports: [443] }), nonces: stores.replays })
  const identify = createIdentify({ crawlers: await crawlerDeps({ online: true }), agents })
  const identityOf = createIdentityOfDescription({ ...stores, identify, authority: 'attest.example', clock: () => now })
  const of = (headers: Readonly<Record<string, string>>, address?: string) =>
    identityOf({ via: 'fetch', headers: new Map(Object.entries(headers)), headerNames: undefined, trustworthy: true, address }, 'prj_1')
  return { stores, of }
}

const sign = (changes: Partial<RequestToSign> = {}) =>
  signRequest(signer, { method: 'GET', url: 'https://shop.example/', agent: AGENT, now, ...changes })
const verified = { state: 'verified', verified: { by: 'agent', id: AGENT, category: 'ai_agent' } }

describe('the identity of a request that is described', () => {
  it('is an agent’s by its signature, once for each nonce', async () => {
    const { of } = await start()
    const headers = { ...(await sign()), host: 'shop.example' }
    expect([await of(headers), await of(headers)]).toEqual([verified, { state: 'unknown' }])
  })

  it('needs method and path where the signature covers them', async () => {
    const { of } = await start()
    const order = await sign({ method: 'POST', url: 'https://shop.example/orders?a=1' })
    const told = { 'x-forwarded-method': 'POST', 'x-forwarded-uri': '/orders?a=1', 'x-forwarded-host': 'shop.example' }
    expect([await of({ ...order, host: 'shop.example' }), await of({ ...order, ...told })]).toEqual([{ state: 'unknown' }, verified])
  })

  it('is nobody’s by a signature for another site', async () => {
    const { of } = await start()
    expect(await of({ ...(await sign({ url: 'https://other.example/' })), host: 'other.example' })).toEqual({ state: 'unknown' })
  })

  it('is a crawler’s by its address, and an impostor’s by another', async () => {
    const { of } = await start()
    const headers = { 'user-agent': GOOGLEBOT }
    expect(await of(headers, '66.249.66.1')).toMatchObject({ state: 'verified', verified: { by: 'crawler', id: 'google' } })
    expect(await of(headers, '203.0.114.7')).toMatchObject({ state: 'impostor', claimed: 'google' })
    expect(await of(headers)).toEqual({ state: 'unknown' })
  })

  it('lets nobody pass where the project does not, and uses up no nonce then', async () => {
    const { of, stores } = await start()
    const headers = { ...(await sign()), host: 'shop.example' }
    await stores.settings.change('prj_1', { allowVerified: false })
    expect(await of(headers)).toEqual({ state: 'unknown' })
    await stores.settings.change('prj_1', { allowVerified: true })
    expect(await of(headers)).toEqual(verified)
  })
})
