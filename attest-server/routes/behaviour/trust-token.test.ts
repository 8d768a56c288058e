import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { scriptedAgent } from '../../core/behaviour/testing/agents.js'
import { createKeyRing } from '../../keys/key-ring.js'
import { createVerdictOpener } from '../../keys/verdict-opener.js'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer, ISSUER, type TestServer } from '../../testing/test-server.js'

const agent = { events: scriptedAgent() }
const PATH = '/api/verify-bot'

async function verify(server: TestServer, body: object = agent, headers: Record<string, string> = {}) {
  const key = { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
  const response = await server.post(PATH, body, { ...key, ...headers })
  return { status: response.status, body: (await response.json()) as { trust_token?: string; overall_score?: number; error?: string } }
}

async function read(server: TestServer, token: string, audience: string = ISSUER, issuer: string = ISSUER) {
  const jwks = (await (await server.app.request('/.well-known/jwks.json')).json()) as JSONWebKeySet
  return jwtVerify(token, createLocalJWKSet(jwks), { issuer, audience, currentDate: new Date(server.now() * 1000) })
}

describe('the token of trust', () => {
  it('is signed by a key of the JWKS, and says what was found for an hour', async () => {
    const server = await createTestServer()
    const { body } = await verify(server)
    const { payload, protectedHeader } = await read(server, body.trust_token!)
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'vouchsafe-trust+jwt', kid: expect.stringMatching(/^[\w-]{43}$/) })
    expect(payload).toEqual({
      verdict: 'BOT_VERIFIED',
      overall_score: body.overall_score,
      bot_type: 'autonomous_agent',
      iat: server.now(),
      exp: server.now() + 3600,
      iss: ISSUER,
      aud: ISSUER,
      jti: expect.stringMatching(/^[\w-]{22}$/),
    })
    server.pass(3601)
    await expect(read(server, body.trust_token!)).rejects.toThrow()
  })

  it('is for whom it was asked, from whom the operator says', async () => {
    const server = await createTestServer({
      settings: { behaviour: { openSignup: false, trustIssuer: 'detectionlab.app', webhookLoopback: false } },
    })
    const { body } = await verify(server, { ...agent, audience: 'https://shop.example' })
    expect((await read(server, body.trust_token!, 'https://shop.example', 'detectionlab.app')).payload.aud).toBe('https://shop.example')
    expect(await verify(server, { ...agent, audience: 'a b' })).toMatchObject({ status: 400, body: { error: 'invalid audience' } })
    expect(await verify(server, { ...agent, audience: 7 })).toMatchObject({ status: 400, body: { error: 'invalid audience' } })
  })

  it('is no verdict of a visitor', async () => {
    const server = await createTestServer()
    const { body } = await verify(server)
    const open = createVerdictOpener(createKeyRing(server.stores.signingKeys, server.now))
    expect(await open(body.trust_token!)).toBeUndefined()
  })
})

describe('a key that is proved', () => {
  async function prover(server: TestServer) {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(publicKey)
    const proof = (claims: object = {}, header: object = {}) =>
      new SignJWT({ htm: 'POST', htu: `${ISSUER}${PATH}`, iat: server.now(), jti: crypto.randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
        .sign(privateKey)
    return { proof, jkt: await calculateJwkThumbprint(jwk), privateJwk: await exportJWK(privateKey) }
  }

  it('binds the token to itself', async () => {
    const server = await createTestServer()
    const { proof, jkt } = await prover(server)
    const { body } = await verify(server, agent, { dpop: await proof() })
    expect((await read(server, body.trust_token!)).payload.cnf).toEqual({ jkt })
  })

  it('counts once, for this request, and now', async () => {
    const server = await createTestServer()
    const { proof, privateJwk } = await prover(server)
    const once = await proof()
    expect((await verify(server, agent, { dpop: once })).status).toBe(200)
    const refused = { status: 400, body: { error: 'invalid dpop proof' } }
    const others = [
      once,
      await proof({ htm: 'GET' }),
      await proof({ htu: `${ISSUER}/api/score` }),
      await proof({ iat: server.now() - 200 }),
      await proof({ iat: server.now() + 60 }),
      await proof({ jti: undefined }),
      await proof({ jti: 'x'.repeat(200) }),
      await proof({}, { typ: 'jwt' }),
      await proof({}, { jwk: privateJwk }),
      `${(await proof()).slice(0, -4)}AAAA`,
      'x'.repeat(5000),
      '',
    ]
    for (const dpop of others) expect(await verify(server, agent, { dpop })).toMatchObject(refused)
  })
})
