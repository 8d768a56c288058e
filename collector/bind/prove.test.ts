import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { DPOP_TYPE } from '../../shared/wire/dpop.js'
import { createVerifier } from '../../verify/index.js'
import { claims, makeIssuer, NOW, optionsFor } from '../../verify/testing/make-issuer.js'
import { deviceKeyOf, generateKeyPair } from '../device-key/device-key.js'
import { signJws } from '../evidence/sign.js'
import { prove } from './prove.js'

vi.stubGlobal('document', { baseURI: 'https://shop.example/cart/' })

const issuer = await makeIssuer()
const key = await deviceKeyOf(await generateKeyPair())
const token = await issuer.sign({ ...claims, cnf: { jkt: key.thumbprint } })
const sign = (said: object) => signJws(DPOP_TYPE, said, key)
const at = { challenge: { now: NOW }, received: Date.now() }
const saidIn = (proof: string | undefined) => JSON.parse(Buffer.from(proof!.split('.')[1]!, 'base64url').toString())

describe('a proof for a request', () => {
  it('names the request, the verdict and the time on the server, and never twice the same', async () => {
    const said = saidIn(await prove({ method: 'post', url: '../orders?a=1#b', token, nonce: 'n' }, undefined, sign, at))
    const ath = createHash('sha256').update(token).digest('base64url')
    expect(said).toEqual({ jti: expect.any(String), htm: 'POST', htu: 'https://shop.example/orders', iat: NOW, ath, nonce: 'n' })
    const other = saidIn(await prove({ url: 'https://api.example/', token }, undefined, sign, at))
    expect(other).toMatchObject({ htm: 'GET', htu: 'https://api.example/' })
    expect(other).not.toHaveProperty('nonce')
    expect(other.jti).not.toBe(said.jti)
  })
  it('is one that a backend accepts, once', async () => {
    const verifier = createVerifier({ ...optionsFor(issuer), dpop: true })
    const url = 'https://shop.example/orders?a=1'
    const dpop = await prove({ method: 'POST', url, token }, undefined, sign, at)
    const request = { method: 'POST', url, dpop }
    expect(await verifier.verify(token, {}, request)).toMatchObject({ ok: true })
    expect(await verifier.verify(token, {}, request)).toMatchObject({ error: { code: 'proof-used' } })
  })
  it('is none without a verdict, without a key, and where the verdict is bound to another key or to none', async () => {
    const stranger = await issuer.sign({ ...claims, cnf: { jkt: 'another' } })
    const unbound = await issuer.sign({ ...claims, cnf: undefined })
    const url = '/orders'
    expect(await prove({ url }, undefined, sign, at)).toBeUndefined()
    expect(await prove({ url, token }, undefined, async () => undefined, at)).toBeUndefined()
    expect(await prove({ url, token: stranger }, undefined, sign, at)).toBeUndefined()
    expect(await prove({ url, token: unbound }, undefined, sign, at)).toBeUndefined()
  })
})
