import fc from 'fast-check'
import { base64url } from 'jose'
import { describe, expect, it } from 'vitest'
import { createVerifier } from './index.js'
import { claims, makeIssuer, optionsFor } from './testing/make-issuer.js'

const issuer = await makeIssuer()
const verifier = createVerifier(optionsFor(issuer))
const token = await issuer.sign()
const RUNS = { numRuns: 400 }

describe('any token', () => {
  it('with one character changed is refused', async () => {
    const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u0000é')
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), character, async (at, replacement) => {
        fc.pre(token[at] !== replacement)
        const result = await verifier.verify(token.slice(0, at) + replacement + token.slice(at + 1))
        expect(result.ok).toBe(false)
      }),
      RUNS,
    )
  })
  it('with another spelling of the same signature is refused', async () => {
    const last = base64url.decode(token.slice(token.lastIndexOf('.') + 1))
    for (const end of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const spelt = token.slice(0, -1) + end
      expect(base64url.decode(spelt.slice(spelt.lastIndexOf('.') + 1))).toHaveLength(last.length)
      expect((await verifier.verify(spelt)).ok).toBe(spelt === token)
    }
  })
  it('cut short, extended or reassembled is refused', async () => {
    const piece = fc.constantFrom(...token.split('.'), '', 'e30', 'bnVsbA', 'W10')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (parts) => {
        const made = parts.join('.')
        fc.pre(made !== token)
        expect((await verifier.verify(made)).ok).toBe(false)
      }),
      RUNS,
    )
  })
  it('of any kind is answered, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.string(), fc.base64String()), async (anything) => {
        expect((await verifier.verify(anything)).ok).toBe(false)
      }),
      RUNS,
    )
  })
  it('with any JSON in its header and its payload is answered, even if the issuer signed it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), async (header, payload) => {
        const text = JSON.stringify({ ...header, typ: 'vouchsafe-verdict+jwt', alg: 'ES256', kid: 'key-1' })
        const parts = `${base64url.encode(text)}.${base64url.encode(JSON.stringify(payload))}`
        expect((await verifier.verify(`${parts}.${token.split('.')[2]}`)).ok).toBe(false)
        expect((await verifier.verify(await issuer.sign(payload as object))).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
  })
  it('with any one claim replaced by something else that was signed is never taken for the original', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(claims)), fc.anything({ maxDepth: 1 }), async (name, value) => {
        const changed = JSON.stringify({ ...claims, [name]: typeof value === 'bigint' ? 0 : value })
        const result = await verifier.verify(await issuer.sign(JSON.parse(changed)))
        if (result.ok) expect(result.verdict).toEqual(JSON.parse(changed))
      }),
      { numRuns: 150 },
    )
  })
})
