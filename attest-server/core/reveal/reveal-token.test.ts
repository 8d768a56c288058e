import { beforeEach, describe, expect, it } from 'vitest'
import { CHALLENGE_TYPE, type ChallengeClaims } from '../../../shared/wire/challenge.js'
import { digestText } from '../../keys/digest-text.js'
import { createKeyRing } from '../../keys/key-ring.js'
import { ensureSigningKey } from '../../keys/rotate.js'
import { createSealer } from '../../keys/sealer.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { checkReveal, type RevealTokenDeps, sealReveal } from './reveal-token.js'

const NOW = 1_790_000_000
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const challenge = { jti: 'A'.repeat(22) } as ChallengeClaims
const evidence = 'eyJ.evidence.signature'

async function newDeps(): Promise<RevealTokenDeps> {
  const { signingKeys } = openMemoryStores()
  await ensureSigningKey(signingKeys, 'ES256', random, NOW)
  return { sealer: createSealer(createKeyRing(signingKeys, () => NOW)), digestText }
}

let deps: RevealTokenDeps
let reveal: string
beforeEach(async () => {
  deps = await newDeps()
  reveal = await sealReveal(challenge.jti, evidence, [2, 3, 9], deps, NOW)
})

const slices = ['AA', 'BB', 'CC']
const check = (changes: { reveal?: string; slices?: readonly string[]; text?: string; jti?: string; now?: number } = {}) => {
  const { text = evidence, jti = challenge.jti, now = NOW + 1, ...shown } = changes
  return checkReveal({ text, shown: { reveal, slices, path: '', ...shown } }, { ...challenge, jti }, deps, now)
}
const fault = (reason: string) => ({ ok: false, error: { reason } })

describe('a question for slices', () => {
  it('is short, and says of itself which slices are meant', async () => {
    expect(reveal.length).toBeLessThanOrEqual(400)
    expect(await check()).toMatchObject({ ok: true, value: { jti: challenge.jti, slices: [2, 3, 9] } })
  })

  it('is not there where nothing is shown', async () => {
    expect(await checkReveal({ text: evidence, shown: undefined }, challenge, deps, NOW)).toEqual({ ok: true, value: undefined })
  })

  it('is for one challenge and one evidence, to the letter', async () => {
    expect(await check({ text: `${evidence}A` })).toEqual(fault('reveal-of-another'))
    expect(await check({ jti: 'B'.repeat(22) })).toEqual(fault('reveal-of-another'))
  })

  it('is good for half a minute', async () => {
    expect(await check({ now: NOW + 29.9 })).toMatchObject({ ok: true })
    expect(await check({ now: NOW + 30 })).toEqual({ ok: false, error: { reason: 'reveal-expired', exp: NOW + 30, now: NOW + 30 } })
  })

  it('wants as many as it asks for', async () => {
    for (const other of [[], ['AA', 'BB'], ['AA', 'BB', 'CC', 'DD']])
      expect(await check({ slices: other })).toEqual({ ok: false, error: { reason: 'reveal-length', length: other.length } })
  })

  it('is nobody else’s, and nothing else: no challenge, no other server’s, none without its seal', async () => {
    const sealed = await deps.sealer.seal(CHALLENGE_TYPE, { jti: challenge.jti, of: '', slices: [2, 3, 9], exp: NOW + 30 })
    const foreign = await sealReveal(challenge.jti, evidence, [2, 3, 9], await newDeps(), NOW)
    const [head, payload, mac] = reveal.split('.')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'vouchsafe-reveal+jwt' })).toString('base64url')
    for (const other of [sealed, foreign, `${head}.${payload}.`, `${none}.${payload}.`, `${head}.${mac}.${payload}`, 'x'])
      expect(await check({ reveal: other })).toEqual(fault('reveal-forged'))
  })
})
