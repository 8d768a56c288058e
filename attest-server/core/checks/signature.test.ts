import { describe, expect, it } from 'vitest'
import { isSignedByOwnKey } from '../../keys/evidence-signature.js'
import { createDevice, signEvidence } from '../../testing/honest-client.js'
import { parseEvidenceJws } from './evidence-jws.js'
import { checkSignature } from './signature.js'

const refused = { ok: false, error: { reason: 'evidence-signature' } }

async function parsed(compact: string) {
  const jws = parseEvidenceJws(compact)
  if (!jws.ok) throw new Error(jws.error.reason)
  return jws.value
}

describe('checkSignature', () => {
  it('accepts the signature of the key in the header', async () => {
    const jws = await parsed(await signEvidence(await createDevice(), { a: 1 }))
    expect(checkSignature(jws, isSignedByOwnKey)).toEqual({ ok: true, value: jws })
  })

  it('refuses a header that names another key than the one that signed', async () => {
    const [mine, other] = [await createDevice(), await createDevice()]
    const jws = await parsed(await signEvidence({ ...mine, jwk: other.jwk }, { a: 1 }))
    expect(checkSignature(jws, isSignedByOwnKey)).toEqual(refused)
  })

  it('refuses a key that is no point of the curve, and a signature of another length', async () => {
    const device = await createDevice()
    const off = await parsed(await signEvidence({ ...device, jwk: { ...device.jwk, y: device.jwk.x } }, { a: 1 }))
    expect(checkSignature(off, isSignedByOwnKey)).toEqual(refused)
    const whole = await parsed(await signEvidence(device, { a: 1 }))
    for (const compact of [`${whole.compact}AAAA`, whole.compact.slice(0, -4), whole.compact.slice(0, whole.compact.lastIndexOf('.') + 1)])
      expect(checkSignature({ ...whole, compact }, isSignedByOwnKey)).toEqual(refused)
  })
})
