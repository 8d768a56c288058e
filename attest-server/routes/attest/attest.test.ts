import { decodeJwt, importJWK, jwtVerify } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { encodeProof, UNFINISHED } from '../../../shared/pow.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { honestClaims, signEvidence } from '../../testing/honest-client.js'
import { ISSUER, ORIGIN } from '../../testing/test-server.js'
import { newVisit, type Visit, visit } from '../../testing/visit.js'

let page: Visit
beforeEach(async () => {
  page = await newVisit()
})

const answerOf = async (response: Response) => (await response.json()) as AttestResponse

describe('POST /v1/attest', () => {
  it('trades honest evidence for a verdict', async () => {
    const response = await page.attest(await page.body())
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    const answer = await answerOf(response)
    expect(answer).toMatchObject({ action: 'allow', assurance: 'signed', band: 'human', session: page.challenge.session, expiresIn: 120 })
    expect(answer.reference).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  })

  it('signs the verdict with a key of the JWKS, and says in it what was proved', async () => {
    const { server, challenge, device } = page
    const { token } = await answerOf(await page.attest(await page.body()))
    const jwks = (await (await server.app.request('/.well-known/jwks.json')).json()) as { keys: [Record<string, string>] }
    const currentDate = new Date(server.now() * 1000)
    const expected = { issuer: ISSUER, audience: server.project.siteKey, typ: 'vouchsafe-verdict+jwt', currentDate }
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK(jwks.keys[0], 'ES256'), expected)
    expect(protectedHeader.kid).toBe(jwks.keys[0].kid)
    const subject = { sub: challenge.session, eat_nonce: challenge.nonce, cnf: { jkt: device.thumbprint } }
    expect(payload).toMatchObject({ ...subject, origin: ORIGIN, page_action: 'sign-up', assurance: 'signed' })
    expect(payload.exp).toBe(Math.floor(server.now()) + 120)
    expect(payload).not.toHaveProperty('test')
  })

  it('takes application/json as well', async () => {
    expect((await page.attest(await page.body(), { 'content-type': 'application/json' })).status).toBe(200)
  })

  it('gives claims without a signature a verdict of lower assurance, without a key to confirm', async () => {
    const unsigned = honestClaims(page.challenge, ORIGIN, '')
    const answer = await answerOf(await page.attest({ challenge: page.challenge.challenge, unsigned }))
    expect(answer.assurance).toBe('unsigned')
    expect(decodeJwt(answer.token)).not.toHaveProperty('cnf')
  })

  it('takes unfinished work for what it is', async () => {
    const answer = await answerOf(
      await page.attest(await page.body({ pow: encodeProof([UNFINISHED, UNFINISHED, UNFINISHED, UNFINISHED]) })),
    )
    expect(answer.action).toBe('allow')
  })

  it('blocks what proves automation by itself', async () => {
    const observations = new Map<ObservationId, Observation>([['tell.webdriver', seen(true)]])
    const evidence = await signEvidence(page.device, page.claims({}, { observations }))
    const answer = await answerOf(await page.attest({ challenge: page.challenge.challenge, evidence }))
    expect(answer).toMatchObject({ action: 'block', band: 'automated' })
  })

  it.each([
    ['pk_test_allow', 'allow'],
    ['pk_test_challenge', 'challenge'],
    ['pk_test_block', 'block'],
  ])('lets the test key %s always say %s, from any origin, marked as a test', async (siteKey, action) => {
    const tested = await visit(page.server, 'http://some-ci.example:3000', { siteKey })
    const answer = await answerOf(await tested.attest(await tested.body()))
    expect(answer.action).toBe(action)
    expect(decodeJwt(answer.token)).toMatchObject({ aud: siteKey, action, test: true })
  })

  it('refuses the second of two redemptions', async () => {
    const sent = await page.body()
    expect((await page.attest(sent)).status).toBe(200)
    expect(await page.outcome(sent)).toEqual({ status: 409, code: 'challenge-used', reason: 'challenge-used' })
  })
})
