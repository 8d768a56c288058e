import { describe, expect, it } from 'vitest'
import { createDevice, honestClaims, signEvidence, someChallenge, toBase64url } from '../../testing/honest-client.js'
import { checkAttestRequest, parseEvidence } from './attest-request.js'

const device = await createDevice()
const claims = honestClaims(someChallenge, 'https://shop.example', device.thumbprint)
const check = (body: unknown) => checkAttestRequest(new TextEncoder().encode(JSON.stringify(body)))
const parse = (body: unknown) => {
  const request = check(body)
  return request.ok ? parseEvidence(request.value) : request
}

describe('checkAttestRequest', () => {
  it('reads signed evidence', async () => {
    const evidence = await signEvidence(device, claims)
    expect(check({ challenge: 'c', evidence })).toMatchObject({ ok: true, value: { challenge: 'c', text: evidence } })
    expect(parse({ challenge: 'c', evidence })).toMatchObject({ ok: true, value: { claims, jws: { compact: evidence } } })
  })

  it('reads unsigned claims', () => {
    expect(check({ challenge: 'c', unsigned: claims })).toEqual({
      ok: true,
      value: { challenge: 'c', unsigned: claims, text: JSON.stringify(claims), shown: undefined },
    })
    expect(parse({ challenge: 'c', unsigned: claims })).toEqual({ ok: true, value: { claims, jws: undefined } })
  })

  it('reads what is shown of a trace, in either kind of request', async () => {
    const shown = { reveal: 'r', slices: ['AA', 'BB'], path: '' }
    expect(check({ challenge: 'c', unsigned: claims, ...shown })).toMatchObject({ ok: true, value: { shown } })
    expect(check({ challenge: 'c', evidence: await signEvidence(device, claims), ...shown })).toMatchObject({ ok: true, value: { shown } })
  })

  it('refuses what is shown by halves, and more of it than anybody is asked for', () => {
    const shown = { reveal: 'r', slices: ['AA'], path: 'AA' }
    const ways: readonly (readonly [keyof typeof shown, unknown])[] = [
      ['reveal', undefined],
      ['reveal', ''],
      ['reveal', 'r'.repeat(1025)],
      ['slices', undefined],
      ['slices', 'AA'],
      ['slices', ['AA', 7]],
      ['slices', ['']],
      ['slices', Array(5).fill('AA')],
      ['slices', ['A'.repeat(513)]],
      ['path', undefined],
      ['path', 7],
      ['path', 'A'.repeat(4097)],
    ]
    for (const [name, value] of ways) {
      const error = { reason: 'field-malformed', field: `request.${name}` }
      expect(check({ challenge: 'c', unsigned: claims, ...shown, [name]: value }), `${name} ${value}`).toEqual({ ok: false, error })
    }
  })

  it('refuses both at once', async () => {
    const both = { challenge: 'c', unsigned: claims, evidence: await signEvidence(device, claims) }
    expect(check(both)).toEqual({ ok: false, error: { reason: 'field-unknown', field: 'request.evidence' } })
  })

  it('holds the payload to the same rules as the body', async () => {
    const header = { alg: 'ES256', typ: 'vouchsafe-evidence+jwt', jwk: device.jwk }
    for (const payload of ['{"__proto__":1}', '['.repeat(50), 'x']) {
      const evidence = `${toBase64url(header)}.${Buffer.from(payload).toString('base64url')}.AA`
      expect(parse({ challenge: 'c', evidence })).toEqual({ ok: false, error: { reason: 'evidence-malformed' } })
    }
  })
})
