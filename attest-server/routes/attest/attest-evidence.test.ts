import { beforeEach, describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../shared/base64url.js'
import { tallyKeys } from '../../../shared/features/reading/tally.js'
import { encodeProof } from '../../../shared/pow.js'
import { tellIds } from '../../../shared/wire/tells.js'
import { thumbprintOf } from '../../core/checks/evidence-jws.js'
import { createDevice, evidenceHeader, honestClaims, signEvidence, toBase64url } from '../../testing/honest-client.js'
import { createTestServer, ORIGIN } from '../../testing/test-server.js'
import { newVisit, type Visit, visit } from '../../testing/visit.js'

let page: Visit
beforeEach(async () => {
  page = await newVisit()
})

const refused = (reason: string) => ({ status: 403, code: 'evidence-refused', reason })
const sent = (evidence: string) => ({ challenge: page.challenge.challenge, evidence })
const wrong = async (changes: Parameters<Visit['body']>[0], reason: string) =>
  expect(await page.outcome(await page.body(changes)), JSON.stringify(changes)).toEqual(refused(reason))

describe('POST /v1/attest refuses evidence', () => {
  it('of another version', () => wrong({ v: 2 }, 'evidence-version'))

  it('that is no JWS', async () => {
    for (const evidence of ['a', 'a.b', 'a.b.c.d', '....', `${toBase64url({})}.!.${toBase64url({})}`]) {
      expect(await page.outcome(sent(evidence))).toEqual(refused('evidence-malformed'))
    }
  })

  it('with any header but its own: other algorithms, other types, anything that points elsewhere', async () => {
    const good = evidenceHeader(page.device)
    const others = [{ alg: 'none' }, { alg: 'HS256' }, { alg: 'ES384' }, { typ: 'JWT' }, { typ: 'vouchsafe-challenge+jwt' }, { kid: 'x' }]
    const pointers = [{ jku: 'https://evil.example/' }, { x5u: 'https://evil.example/' }, { crit: ['exp'] }, { b64: false }]
    for (const change of [...others, ...pointers]) {
      expect(await page.outcome(await page.body({}, { ...good, ...change })), JSON.stringify(change)).toEqual(refused('evidence-header'))
    }
    expect(await page.outcome(await page.body({}, { alg: 'ES256' }))).toEqual(refused('evidence-header'))
  })

  it('with a key of another kind, a private one, an oversized one, or one with more in it', async () => {
    const { jwk } = page.device
    const shapes = [{ d: jwk.x }, { kty: 'RSA' }, { crv: 'P-384' }, { kid: 'x' }, { x5c: [] }]
    const points = [{ x: `${jwk.x}AAAA` }, { x: 'A'.repeat(3000) }, { y: jwk.y.slice(1) }, { y: `${jwk.y.slice(0, -1)}!` }, { y: 7 }]
    const keys = [...shapes, ...points].map((change) => ({ ...jwk, ...change }))
    for (const key of [...keys, { kty: 'oct', k: jwk.x }, null, []]) {
      const header = { ...evidenceHeader(page.device), jwk: key }
      expect(await page.outcome(await page.body({}, header)), JSON.stringify(key).slice(0, 80)).toEqual(refused('evidence-key'))
    }
  })

  it('with work of the wrong shape', async () => {
    await wrong({ pow: 'AAAA' }, 'proof-malformed')
    await wrong({ pow: '!' }, 'proof-malformed')
  })

  it('with work that is claimed but was not done', async () => {
    const strict = await createTestServer({ settings: { pow: { count: 4, difficulty: 1e9 } } })
    const hard = await strict.challenge()
    const easy = { ...hard, pow: page.challenge.pow }
    const idle = { ...honestClaims(easy, ORIGIN, page.device.thumbprint), pow: encodeProof([1, 2, 3, 4]) }
    const response = await strict.post('/v1/attest', { challenge: hard.challenge, evidence: await signEvidence(page.device, idle) })
    expect([response.status, strict.log.at(-1)?.reason]).toEqual([403, 'proof-wrong'])
  })

  it('with work that another key bought', async () => {
    page = await visit(await createTestServer({ settings: { pow: { count: 16, difficulty: 64 } } }))
    const seller = await createDevice()
    await wrong({ pow: honestClaims(page.challenge, ORIGIN, seller.thumbprint).pow }, 'proof-wrong')
  })

  it('with the signature of another key, a changed payload, or no signature', async () => {
    const other = await createDevice()
    const [head, payload, signature] = (await page.body()).evidence.split('.') as [string, string, string]
    const signatures = [await other.sign(`${head}.${payload}`), '', encodeBase64url(new Uint8Array(64)), signature.slice(0, 40)]
    const changed = `${head}.${toBase64url(page.claims({ seq: 7 }))}.${signature}`
    for (const evidence of [...signatures.map((other) => `${head}.${payload}.${other}`), changed]) {
      expect(await page.outcome(sent(evidence))).toEqual(refused('evidence-signature'))
    }
  })

  it('with a key that is no point of the curve', async () => {
    const jwk = { ...page.device.jwk, y: encodeBase64url(new Uint8Array(32).fill(7)) }
    const thumbprint = thumbprintOf({ ...jwk, kty: 'EC', crv: 'P-256' })
    const device = { ...page.device, jwk, thumbprint }
    const evidence = await signEvidence(device, honestClaims(page.challenge, ORIGIN, thumbprint))
    expect(await page.outcome(sent(evidence))).toEqual(refused('evidence-signature'))
  })

  it('for another challenge', () => wrong({ eat_nonce: 'A'.repeat(22) }, 'nonce-mismatch'))

  it('of one page with a challenge or a request of another', async () => {
    await wrong({ origin: 'http://localhost:3000' }, 'origin-mismatch')
    expect(await page.outcome(await page.body(), { origin: 'http://localhost:3000' })).toEqual(refused('origin-mismatch'))
  })

  it('that was made before its challenge or will be made later', async () => {
    await wrong({ iat: page.challenge.now - 60 }, 'issued-outside-challenge')
    await wrong({ iat: page.server.now() + 60 }, 'issued-outside-challenge')
  })

  it.each(['C', 'w', 'x'])('with the observation %j', (letter) =>
    wrong({ tells: letter + page.claims().tells.slice(1) }, 'observation-malformed'),
  )

  it('with a tally that no session adds up to', () =>
    wrong({ tally: tallyKeys.map((key) => (key === 'pastes' ? 5 : 0)) }, 'tally-impossible'))

  it('with a feature that has no value and no cause', () =>
    wrong({ features: `_x${page.claims().features.slice(2)}` }, 'observation-malformed'))

  it('with a feature for which too little has happened', () =>
    wrong({ features: `AA${page.claims().features.slice(2)}` }, 'feature-unfounded'))

  it.each(['tells', 'features', 'tally'] as const)('that says less or more than its collector does: %s', async (name) => {
    const whole = page.claims()[name]
    await wrong({ [name]: whole.slice(1) }, 'summary-length')
    page = await newVisit()
    await wrong({ [name]: typeof whole === 'string' ? `${whole}_` : [...whole, 0] }, 'summary-length')
    page = await newVisit()
    await wrong({ [name]: typeof whole === 'string' ? '' : [] }, 'summary-length')
  })

  it('with a tell that no browser can leave unsupported', () => wrong({ tells: tellIds.map(() => '_').join('') }, 'observation-impossible'))

  it('with a card that no collector ever had', () => wrong({ card: 'client-0', llr: -9 }, 'card-unknown'))

  it('with a sum that does not follow from the observations', () => wrong({ llr: page.claims().llr - 1 }, 'client-score-mismatch'))
})
