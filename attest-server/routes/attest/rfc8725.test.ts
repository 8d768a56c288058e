import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from '../../../shared/base64url.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { thumbprintOf } from '../../core/checks/evidence-jws.js'
import { createDevice, evidenceHeader, honestClaims, signEvidence, toBase64url } from '../../testing/honest-client.js'
import { ORIGIN } from '../../testing/test-server.js'
import { newVisit, type Visit } from '../../testing/visit.js'

/** What an attacker does to evidence and to the challenge beside it (RFC 8725 §2), and what the log and the page are told. */
let page: Visit
beforeEach(async () => {
  page = await newVisit()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const part = (value: unknown) => (typeof value === 'string' ? encodeBase64url(bytesOf(value)) : toBase64url(value))
const REFUSED = { status: 403, code: 'evidence-refused' }
const UNREADABLE = { ...REFUSED, reason: 'evidence-malformed' }
const MALFORMED = { status: 400, code: 'malformed-request', reason: 'field-malformed' }
const isJson = (text: string) => !['NaN', 'Infinity', '0x1', ''].includes(text)

/** Evidence of exactly this header, whose signature is the device's own. */
async function sent(header: unknown, claims: unknown = page.claims()) {
  const input = `${part(header)}.${part(claims)}`
  return page.outcome({ challenge: page.challenge.challenge, evidence: `${input}.${await page.device.sign(input)}` })
}
const honest = () => evidenceHeader(page.device)

describe('evidence is refused', () => {
  it.each(['none', 'None', 'NONE', '', 'HS256', 'HS512', 'es256', 'ES384', 'RS256', 'EdDSA', '__proto__', null, 1, ['ES256'], {}])(
    'with alg %j',
    async (alg) => {
      expect(await sent({ ...honest(), alg })).toEqual({ ...REFUSED, reason: 'evidence-header' })
      const unsigned = `${part({ ...honest(), alg })}.${part(page.claims())}.`
      expect(await page.outcome({ challenge: page.challenge.challenge, evidence: unsigned })).toMatchObject(REFUSED)
    },
  )
  it('with HS256 and the key in its header as the secret', async () => {
    for (const secret of [JSON.stringify(page.device.jwk), page.device.jwk.x, '']) {
      for (const alg of ['HS256', 'ES256']) {
        const input = `${part({ ...honest(), alg })}.${part(page.claims())}`
        const evidence = `${input}.${createHmac('sha512', secret).update(input).digest('base64url').slice(0, 86)}`
        expect(await page.outcome({ challenge: page.challenge.challenge, evidence })).toMatchObject(REFUSED)
      }
    }
  })
  it.each([
    ['kid', 'key-1'],
    ['kid', '../../dev/null'],
    ['kid', "' OR 1=1 --"],
    ['kid', 'k'.repeat(2000)],
    ['jku', 'https://evil.example/jwks.json'],
    ['x5u', 'https://evil.example/cert.pem'],
    ['x5c', ['AAAA']],
    ['x5t', 'AAAA'],
    ['crit', ['exp']],
    ['crit', []],
    ['b64', false],
    ['zip', 'DEF'],
    ['enc', 'A256GCM'],
    ['cty', 'JWT'],
    ['nonce', 'AAAA'],
  ])('with %s: %j in its header', async (name, value) => {
    expect(await sent({ ...honest(), [name]: value })).toEqual({ ...REFUSED, reason: 'evidence-header' })
  })
  it.each([
    'JWT',
    'dpop+jwt',
    'vouchsafe-verdict+jwt',
    'vouchsafe-challenge+jwt',
    'VOUCHSAFE-EVIDENCE+JWT',
    undefined,
    null,
    ['vouchsafe-evidence+jwt'],
  ])('with typ %j', async (typ) => expect(await sent({ ...honest(), typ })).toEqual({ ...REFUSED, reason: 'evidence-header' }))
  it.each([
    ['no key', undefined, 'evidence-header'],
    ['a text', 'AAAA', 'evidence-header'],
    ['null', null, 'evidence-key'],
    ['a list', [], 'evidence-key'],
    ['a secret', { kty: 'oct', k: 'AAAA' }, 'evidence-key'],
    ['another curve', { crv: 'P-384' }, 'evidence-key'],
    ['another kind', { kty: 'OKP', crv: 'Ed25519' }, 'evidence-key'],
    ['the private part', { d: 'A'.repeat(43) }, 'evidence-key'],
    ['its use', { use: 'sig' }, 'evidence-key'],
    ['a short coordinate', { x: 'AQ' }, 'evidence-key'],
    ['a long coordinate', { x: 'A'.repeat(44) }, 'evidence-key'],
    ['a coordinate in another spelling', { x: `${'A'.repeat(42)}B` }, 'evidence-key'],
  ])('with %s for its key', async (_name, jwk, reason) => {
    const key = jwk && !Array.isArray(jwk) && typeof jwk === 'object' ? { ...page.device.jwk, ...jwk } : jwk
    expect(await sent({ ...honest(), jwk: key })).toEqual({ ...REFUSED, reason })
  })
  it.each([
    ['zero', 'A'.repeat(43), 'A'.repeat(43)],
    ['off the curve', `${'A'.repeat(42)}E`, `${'A'.repeat(42)}E`],
    ['beyond the field', `${'_'.repeat(42)}8`, `${'_'.repeat(42)}8`],
  ])('with a point that is %s, although the work was done for it', async (_name, x, y) => {
    const jwk = { kty: 'EC', crv: 'P-256', x, y } as const
    const claims = honestClaims(page.challenge, ORIGIN, thumbprintOf(jwk))
    expect(await sent({ ...honest(), jwk }, claims)).toEqual({ ...REFUSED, reason: 'evidence-signature' })
  })
  it.each([
    ['of zeros (CVE-2022-21449)', new Uint8Array(64)],
    ['of ones', new Uint8Array(64).fill(255)],
    ['one byte short', new Uint8Array(63).fill(1)],
    ['one byte long', new Uint8Array(65).fill(1)],
    ['in DER', Uint8Array.from([0x30, 6, 2, 1, 1, 2, 1, 1])],
    ['that is empty', new Uint8Array(0)],
  ])('with a signature %s', async (_name, signature) => {
    const evidence = `${part(honest())}.${part(page.claims())}.${encodeBase64url(signature)}`
    expect(await page.outcome({ challenge: page.challenge.challenge, evidence })).toEqual({ ...REFUSED, reason: 'evidence-signature' })
  })
  it.each(['iat', 'seq', 'llr', 'v'])('where %s is of an odd type', async (name) => {
    for (const value of ['"1"', '[1]', '{}', 'true', 'null', '1e999', '-1e999', 'NaN', 'Infinity', '0x1', '']) {
      const claims = JSON.stringify({ ...page.claims(), [name]: 0 }).replace(`"${name}":0`, `"${name}":${value}`)
      expect([value, await sent(honest(), claims)]).toEqual([value, isJson(value) ? MALFORMED : UNREADABLE])
    }
  })
  it('where it claims a time of its own: it lives as long as its challenge', async () => {
    for (const name of ['exp', 'nbf'])
      expect(await sent(honest(), { ...page.claims(), [name]: 9e9 })).toEqual({ ...MALFORMED, reason: 'field-unknown' })
  })
  it('in another spelling: padded, in the other alphabet, with stray bits, with blanks', async () => {
    const { evidence } = await page.body()
    const [head, payload, signature] = evidence.split('.')
    const texts = [
      `${evidence}=`,
      `${evidence} `,
      ` ${evidence}`,
      `${head}.${payload}.${signature}.`,
      `${head}..${signature}`,
      `${head}.${payload}`,
    ]
    const stray = [...'BCDEFGHIJKLMNOP'].map((end) => `${head}.${payload}.${signature!.slice(0, -1)}${end}`)
    for (const text of [...texts, ...stray, `${head}=.${payload}.${signature}`, `${evidence.slice(0, -1)}+`])
      expect(await page.outcome({ challenge: page.challenge.challenge, evidence: text })).toMatchObject(REFUSED)
  })
  it('where it is huge, before anything of it is decoded', async () => {
    const { challenge } = page.challenge
    expect(await page.outcome({ challenge, evidence: 'A'.repeat(8193) })).toMatchObject({ status: 413 })
    expect(await page.outcome({ challenge, evidence: '.'.repeat(1e6) })).toMatchObject({ status: 413 })
  })
})

describe('of two members of one name', () => {
  it('the last counts, for the check of the header and of the key alike (RFC 7515 §4)', async () => {
    const header = JSON.stringify(honest())
    expect(await sent(`${header.slice(0, -1)},"alg":"none"}`)).toMatchObject(REFUSED)
    const other = await createDevice()
    expect(await sent(`${header.slice(0, -1)},"jwk":${JSON.stringify(other.jwk)}}`)).toMatchObject(REFUSED)
    expect(await sent(`{"alg":"none",${header.slice(1)}`)).toMatchObject({ status: 200 })
  })
})

describe('no token passes for another:', () => {
  it('neither a challenge nor a verdict is evidence, and neither evidence nor a verdict is a challenge', async () => {
    const body = await page.body()
    const { token } = (await (await page.attest(body)).json()) as AttestResponse
    const next = await page.server.challenge()
    for (const evidence of [next.challenge, token])
      expect(await page.outcome({ challenge: next.challenge, evidence })).toMatchObject(REFUSED)
    for (const challenge of [body.evidence.slice(0, 1024), token])
      expect(await page.outcome({ challenge, evidence: body.evidence })).toMatchObject({ status: 403, reason: 'challenge-forged' })
  })
  it('a challenge with a claim changed, or of another server, is forged', async () => {
    const [head, , mac] = page.challenge.challenge.split('.')
    const claims = {
      jti: page.challenge.nonce,
      iat: 0,
      exp: 9e9,
      aud: page.server.project.siteKey,
      origin: ORIGIN,
      round: 0,
      pow: { count: 1, difficulty: 1 },
    }
    const { evidence } = await page.body()
    const other = await newVisit()
    for (const challenge of [`${head}.${part(claims)}.${mac}`, other.challenge.challenge])
      expect(await page.outcome({ challenge, evidence })).toMatchObject({ status: 403, reason: 'challenge-forged' })
  })
})

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The same signature with the other s: as good as the first, since ECDSA is malleable. */
function withOtherS(token: string): string {
  const at = token.lastIndexOf('.') + 1
  const bytes = decodeBase64url(token.slice(at))
  if (!bytes.ok) throw new Error(bytes.error)
  const s = ORDER - BigInt(`0x${Buffer.from(bytes.value.slice(32)).toString('hex')}`)
  const other = Buffer.concat([bytes.value.slice(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
  return token.slice(0, at) + encodeBase64url(other)
}

describe('a signature with the other s', () => {
  it('buys no second verdict: what counts once is the challenge', async () => {
    const { challenge, evidence } = await page.body()
    expect(await page.outcome({ challenge, evidence: withOtherS(evidence) })).toMatchObject({ status: 200 })
    expect(await page.outcome({ challenge, evidence })).toMatchObject({ reason: 'challenge-used' })
  })
  it('buys no second redemption: what counts once is the jti', async () => {
    const { server } = page
    const { token } = (await (await page.attest(await page.body())).json()) as AttestResponse
    const redeem = async (response: string) => {
      const answer = await server.app.request('/siteverify', {
        method: 'POST',
        body: new URLSearchParams({ secret: server.secretKey, response }),
      })
      return ((await answer.json()) as { success: boolean }).success
    }
    expect([await redeem(withOtherS(token)), await redeem(token), await redeem(withOtherS(token))]).toEqual([true, false, false])
  })
})

it('takes what is honest, so that the cases above are refused for what they are', async () => {
  expect(await sent(honest())).toMatchObject({ status: 200 })
  const again = await newVisit()
  expect(
    await again.outcome({ challenge: again.challenge.challenge, evidence: await signEvidence(again.device, again.claims()) }),
  ).toMatchObject({ status: 200 })
})
