import { describe, expect, it } from 'vitest'
import { createDevice, signEvidence } from '../../testing/honest-client.js'
import { parseEvidenceJws } from './evidence-jws.js'
import { checkSignature } from './signature.js'

async function parsed(compact: string) {
  const jws = parseEvidenceJws(compact)
  if (!jws.ok) throw new Error(jws.error.reason)
  return jws.value
}

describe('checkSignature', () => {
  it('accepts the signature of the key in the header', async () => {
    const jws = await parsed(await signEvidence(await createDevice(), { a: 1 }))
    expect(await checkSignature(jws)).toEqual({ ok: true, value: jws })
  })

  it('refuses a header that names another key than the one that signed', async () => {
    const [mine, other] = [await createDevice(), await createDevice()]
    const jws = await parsed(await signEvidence({ ...mine, jwk: other.jwk }, { a: 1 }))
    expect(await checkSignature(jws)).toEqual({ ok: false, error: { reason: 'evidence-signature' } })
  })
})
