import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { EpochSeconds } from '../../shared/units.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { scriptedAgent } from '../core/behaviour/testing/agents.js'
import type { Stores } from '../stores/ports.js'
import { accountToken } from './account-token.js'
import { createDevice, honestClaims, signEvidence } from './honest-client.js'
import { browserHeaders, createTestServer, ISSUER, ORIGIN, type TestServer } from './test-server.js'

const ADDRESS = '203.0.113.77'
const DESCRIBED = '198.51.100.23'
const EMAIL = 'ada.lovelace@analytical.example'
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Marker/7261'
const env = { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress: ADDRESS } } }

/** By what they are. */
export interface Secrets {
  /** What nobody may find. */
  readonly secrets: ReadonlyMap<string, string>
  /** What the server has to keep, since it works with it. */
  readonly kept: ReadonlyMap<string, string>
  /** All lines of the log. */
  readonly log: string
}

type Found = Map<string, string>

async function ask<T>(
  server: TestServer,
  path: string,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const { 'content-type': type = 'application/json', ...others } = headers
  const own = { ...browserHeaders, 'user-agent': AGENT, origin: ORIGIN, cookie: 'session=cookie-marker-5512', ...others }
  const text = body instanceof URLSearchParams ? body : JSON.stringify(body)
  const init =
    body === undefined
      ? { headers: own }
      : { method: 'POST', headers: body instanceof URLSearchParams ? own : { ...own, 'content-type': type }, body: text }
  const response = await server.app.request(path, init, env)
  if (response.status !== status) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (response.headers.get('content-type')?.includes('json') ? await response.json() : await response.text()) as T
}

/** One page, from the challenge to the backend that redeems its verdict. */
async function visitAndRedeem(server: TestServer, secrets: Found): Promise<void> {
  const device = await createDevice()
  const challenge = await ask<ChallengeResponse>(server, '/v1/challenge', 200, { siteKey: server.project.siteKey })
  const evidence = await signEvidence(device, honestClaims(challenge, ORIGIN, device.thumbprint))
  const { token, reference } = await ask<AttestResponse>(server, '/v1/attest', 200, { challenge: challenge.challenge, evidence })
  await ask(server, '/siteverify', 200, new URLSearchParams({ secret: server.secretKey, response: token, remoteip: DESCRIBED }))
  await ask(server, `/v1/verdicts/${reference}`, 200, undefined, { authorization: `Bearer ${server.secretKey}` })
  const signature = (text: string) => text.split('.')[2]!
  secrets.set('a challenge', signature(challenge.challenge)).set('evidence', signature(evidence)).set('a verdict', signature(token))
  secrets.set('a device’s public key', device.jwk.x)
}

/** A key of each API, issued and used, and used wrongly. */
async function useKeys(server: TestServer, secrets: Found, kept: Found): Promise<void> {
  const token = await accountToken(server, 'pro')
  secrets.set('an account’s token', token).set('a private key', server.secretKey)
  const issue = async (kind: string) => {
    const { key } = await ask<{ key: string }>(
      server,
      `/v1/projects/${server.project.id}/keys`,
      201,
      { kind },
      { authorization: `Bearer ${token}` },
    )
    secrets.set(`a key of ${kind}`, key)
    return key
  }
  const [crawlers, behaviour, requests, detectip] = await Promise.all(['yeb', 'detection-lab', 'nobotspls', 'detectip'].map(issue))
  await ask(server, '/v1/bot/detect/google', 200, { ip: DESCRIBED, ua: AGENT }, { authorization: `Bearer ${crawlers}` })
  await ask(server, '/score', 200, { ip: DESCRIBED, useragent: AGENT }, { 'x-api-key': requests! })
  await ask(server, '/api/v1/usage', 200, undefined, { 'x-api-key': detectip! })
  await ask(server, '/api/keys', 401, undefined, { 'x-api-key': `${behaviour!.slice(0, -1)}${behaviour!.endsWith('0') ? '1' : '0'}` })
  const { webhook_secret } = await ask<{ webhook_secret: string }>(
    server,
    '/api/verify-bot/session',
    201,
    { webhook_url: 'https://hooks.example/x' },
    { 'x-api-key': behaviour! },
  )
  kept.set('a webhook’s secret', webhook_secret)
  const pair = await generateKeyPair('ES256', { extractable: true })
  const dpop = await new SignJWT({ htm: 'POST', htu: `${ISSUER}/api/verify-bot`, iat: server.now(), jti: 'proof-000001' })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(pair.publicKey) })
    .sign(pair.privateKey)
  const { trust_token } = await ask<{ trust_token: string }>(
    server,
    '/api/verify-bot',
    200,
    { events: scriptedAgent() },
    { 'x-api-key': behaviour!, dpop },
  )
  secrets.set('a token of trust', trust_token.split('.')[2]!).set('a proof of possession', dpop.split('.')[2]!)
  const scoring = `/v1/projects/${server.project.id}/scoring`
  await ask(server, scoring, 200, {}, { authorization: `Bearer ${token}` })
  const rotated = await ask<{ key: string }>(server, `${scoring}/rotate`, 200, { type: 'private' }, { authorization: `Bearer ${token}` })
  secrets.set('a private key that replaced another', rotated.key)
  const signUp = await ask<{ api_key: string }>(server, '/api/signup', 200, { email: EMAIL })
  secrets.set('a key of who signed up', signUp.api_key)
}

/** Everybody who has a secret uses it on a server with these stores. @param now for stores that look at a clock of their own */
export async function useSecrets(stores: Stores, now?: EpochSeconds): Promise<Secrets> {
  const secrets = new Map<string, string>()
  const kept = new Map<string, string>()
  const behaviour = { openSignup: true, trustIssuer: undefined, webhookLoopback: false }
  const server = await createTestServer({ stores, settings: { behaviour }, ...(now !== undefined && { now }) })
  await visitAndRedeem(server, secrets)
  await useKeys(server, secrets, kept)
  secrets.set('an e-mail address', EMAIL).set('the address of a visitor', ADDRESS).set('an address that was asked about', DESCRIBED)
  secrets.set('a User-Agent', 'Marker/7261').set('a cookie', 'cookie-marker-5512')
  for (const { privateJwk, mac } of await stores.signingKeys.list()) {
    kept.set('the private part of a signing key', (JSON.parse(privateJwk) as { d: string }).d).set('a MAC key', mac)
  }
  return { secrets, kept, log: JSON.stringify(server.log) }
}
