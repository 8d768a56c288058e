import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createVerifier } from '../../verify/index.js'
import { claims, makeIssuer, optionsFor } from '../../verify/testing/make-issuer.js'
import { seal } from './seal.js'

// Forms are real ones in `e2e/scenarios/payload-binding.spec.ts`; here are the bodies of requests.
class HTMLFormElement {}
beforeEach(() => void vi.stubGlobal('HTMLFormElement', HTMLFormElement))

const issuer = await makeIssuer()
const verifier = createVerifier({ ...optionsFor(issuer), payload: true })
async function codeOf(payload: string, salt: string, body: unknown): Promise<string> {
  const result = await verifier.verify(await issuer.sign({ ...claims, payload }), { payload: { salt, body } })
  return result.ok ? 'ok' : result.error.code
}
const bytes = new TextEncoder().encode('{"name":"Zoë"}')

describe('a sealed body', () => {
  it.each([
    ['text', '{"name":"Zoë"}'],
    ['bytes', bytes],
    ['a buffer', bytes.buffer],
    ['a part of a buffer', new DataView(new TextEncoder().encode('..{"name":"Zoë"}..').buffer, 2, bytes.length)],
  ])('is one that a backend accepts: %s', async (_name, body) => {
    const { payload, salt } = await seal(body)
    expect([payload, salt]).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{22}$/)])
    expect(await codeOf(payload, salt, bytes)).toBe('ok')
    expect(await codeOf(payload, salt, '{"name":"Zoe"}')).toBe('payload-mismatch')
  })
  it('is never sealed twice alike: the digest says nothing of what it is of', async () => {
    const [first, second] = [await seal('yes'), await seal('yes')]
    expect(first.salt).not.toBe(second.salt)
    expect(first.payload).not.toBe(second.payload)
    expect(await codeOf(first.payload, second.salt, 'yes')).toBe('payload-mismatch')
  })
})
