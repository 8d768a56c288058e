import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import { createDevice, signEvidence } from '../../testing/honest-client.js'
import { parseEvidenceJws } from './evidence-jws.js'

describe('parseEvidenceJws', () => {
  it('takes the parts of an honest JWS, with the thumbprint of RFC 7638', async () => {
    const device = await createDevice()
    const compact = await signEvidence(device, { a: 1 })
    const parsed = parseEvidenceJws(compact)
    expect(parsed).toMatchObject({ ok: true, value: { compact, jwk: device.jwk } })
    expect(parsed.ok && parsed.value.thumbprint).toBe(await calculateJwkThumbprint(device.jwk))
    expect(parsed.ok && new TextDecoder().decode(parsed.value.payload)).toBe('{"a":1}')
  })

  it('refuses an encoding that is not the one of its bytes', async () => {
    const compact = await signEvidence(await createDevice(), {})
    for (const other of [`${compact}=`, ` ${compact}`, compact.replace('.', '..'), compact.replace('.', '+.')]) {
      expect(parseEvidenceJws(other)).toEqual({ ok: false, error: { reason: 'evidence-malformed' } })
    }
  })
})
