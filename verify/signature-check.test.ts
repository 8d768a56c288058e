import * as nodeCrypto from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { signatureCheck } from './signature-check.js'
import type { Algorithm } from './token.js'

/** Both ways to check: Node's own, and WebCrypto, which edge runtimes have. */
const ways = [
  ['Node', nodeCrypto as unknown as Parameters<typeof signatureCheck>[2]],
  ['WebCrypto', null as unknown as undefined],
] as const

describe.each(ways)('a signature, checked by %s', (_name, node) => {
  it.each<Algorithm>(['ES256', 'EdDSA'])('of %s is good as it was made, and not for another token, key or length', async (alg) => {
    const [own, other] = [await generateKeyPair(alg, { extractable: true }), await generateKeyPair(alg, { extractable: true })]
    const jwk = await exportJWK(own.publicKey)
    const sign = (claims: object) => new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(own.privateKey)
    const [token, another] = [await sign({ a: 1 }), await sign({ a: 2 })]
    const check = signatureCheck(jwk, alg, node)
    expect(await check(token)).toBe(true)
    const [input, signature] = [token.slice(0, token.lastIndexOf('.')), another.slice(another.lastIndexOf('.'))]
    for (const wrong of [input + signature, token.slice(0, -4), `${token}AAAA`]) expect(await check(wrong)).toBe(false)
    expect(await signatureCheck(await exportJWK(other.publicKey), alg, node)(token)).toBe(false)
  })

  it('of a text of any length is good, and not once its first or last letter is another', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const check = signatureCheck(await exportJWK(publicKey), 'ES256', node)
    for (const length of [2_900, 3_000, 3_100, 90_000]) {
      const token = await new SignJWT({ a: 'a'.repeat(length) }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
      const end = token.lastIndexOf('.')
      expect(await check(token)).toBe(true)
      expect(await check(`f${token.slice(1)}`)).toBe(false)
      expect(await check(`${token.slice(0, end - 1)}A${token.slice(end)}`)).toBe(false)
    }
  })

  it('of the beginning of a text is not one of all of it, whatever letters are left', async () => {
    const { publicKey, privateKey } = nodeCrypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const check = signatureCheck(await exportJWK(publicKey), 'ES256', node)
    for (const [begin, rest] of [4093, 4094, 4095, 4096].flatMap((length) => ['é', '€', '😀'].map((rest) => ['a'.repeat(length), rest]))) {
      const signature = nodeCrypto.sign('sha256', Buffer.from(begin!), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      expect(await check(`${begin}${rest}.${signature.toString('base64url')}`)).toBe(false)
    }
  })

  it('is never good by what is no key: a point off the curve', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const { x, y: _, ...jwk } = await exportJWK(publicKey)
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
    expect(await signatureCheck({ ...jwk, x, y: x }, 'ES256', node)(token)).toBe(false)
  })
})
