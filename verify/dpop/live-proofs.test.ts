import { describe, expect, it } from 'vitest'
import { createVerifier, type DpopOptions, rememberOnce, verifyVerdict } from '../index.js'
import { makeDevice } from '../testing/make-device.js'
import { claims, makeIssuer, NOW, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const device = await makeDevice()
const stranger = await makeDevice()
const token = await issuer.sign({ ...claims, cnf: { jkt: device.thumbprint } })
const given = (dpop: unknown) => ({ method: 'POST', url: 'https://shop.example/orders', dpop })
const verifierWith = (dpop: DpopOptions, now = () => NOW) => createVerifier({ ...optionsFor(issuer), now, dpop })
type Verifier = ReturnType<typeof verifierWith>

async function codeOf(dpop: string, by: Verifier, shown = token): Promise<string> {
  const result = await by.verify(shown, {}, given(dpop))
  return result.ok ? 'ok' : result.error.code
}

describe('a flood of proofs by one key', () => {
  const tally = (codes: readonly string[]) => [
    codes.filter((code) => code === 'ok').length,
    codes.filter((code) => code === 'proof-limit').length,
  ]
  const flood = async (by: Verifier, count: number, change = {}) => {
    const proofs = await Promise.all(Array.from({ length: count }, () => device.prove(token, change)))
    return Promise.all(proofs.map((proof) => codeOf(proof, by)))
  }

  it('is refused beyond 256, also at the same time, and leaves room for everybody else', async () => {
    const onceOnly = rememberOnce({ capacity: 300, now: () => NOW })
    const flooded = verifierWith({ onceOnly })
    expect(tally(await flood(flooded, 400))).toEqual([256, 144])
    const other = await issuer.sign({ ...claims, jti: 'another-verdict', cnf: { jkt: stranger.thumbprint } })
    expect(await codeOf(await stranger.prove(other), flooded, other)).toBe('ok')
  })
  it('is counted by the store, also by calls that have no other memory', async () => {
    const options = { ...optionsFor(issuer), dpop: { onceOnly: rememberOnce({ now: () => NOW }), maxPerKey: 1 } }
    expect(await verifyVerdict(token, options, given(await device.prove(token)))).toMatchObject({ ok: true })
    expect(await verifyVerdict(token, options, given(await device.prove(token)))).toMatchObject({ error: { code: 'proof-limit' } })
  })
  it('ends when the first of them cannot be shown again', async () => {
    const clock = { time: NOW }
    const by = verifierWith({ maxPerKey: 2 }, () => clock.time)
    expect(tally([...(await flood(by, 1, { iat: NOW - 10 })), ...(await flood(by, 3))])).toEqual([2, 2])
    clock.time = NOW + 56
    expect(tally(await flood(by, 2, { iat: NOW + 56 }))).toEqual([1, 1])
  })
  it('does not come of one proof that is shown again and again, nor of proofs that are refused', async () => {
    const by = verifierWith({ maxPerKey: 2 })
    const proof = await device.prove(token)
    for (const code of ['ok', 'proof-used', 'proof-used']) expect(await codeOf(proof, by)).toBe(code)
    for (let i = 0; i < 3; i++) expect(await codeOf(await device.prove(token, { htm: 'GET' }), by)).toBe('proof-request')
    expect(tally(await flood(by, 2))).toEqual([1, 1])
  })
  it('does not come of proofs that the store could not take', async () => {
    let away = true
    const memory = rememberOnce({ now: () => NOW })
    const onceOnly = {
      claim: async (name: string, expires: number) => (away ? Promise.reject(new Error('away')) : memory.claim(name, expires)),
    }
    const by = verifierWith({ onceOnly, maxPerKey: 2 })
    expect(await flood(by, 2)).toEqual(['store-unavailable', 'store-unavailable'])
    away = false
    expect(await flood(by, 2)).toEqual(['ok', 'ok'])
  })
})
