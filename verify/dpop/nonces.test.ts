import { describe, expect, it } from 'vitest'
import { NOW } from '../testing/make-issuer.js'
import { createNonces } from './nonces.js'

const SECRET = 'a secret of at least thirty-two characters'
const nonces = createNonces(SECRET)
const START = NOW - (NOW % 60)

describe('a nonce', () => {
  it('is the same for every instance with the secret, and good at each of them', async () => {
    const nonce = await nonces.current(START)
    expect(await createNonces(SECRET).current(START + 59)).toBe(nonce)
    expect(await createNonces(SECRET).isGood(nonce, START)).toBe(true)
  })
  it('is good for one to two minutes', async () => {
    const nonce = await nonces.current(START)
    expect(await Promise.all([0, 119].map((age) => nonces.isGood(nonce, START + age)))).toEqual([true, true])
    expect(await Promise.all([-1, 120, 1e6].map((age) => nonces.isGood(nonce, START + age)))).toEqual([false, false, false])
  })
  it('of another secret is not good', async () => {
    expect(await nonces.isGood(await createNonces(`${SECRET}!`).current(START), START)).toBe(false)
  })
  it.each(['', 'a', '='.repeat(43), 'A'.repeat(43), 'A'.repeat(44), '\u0000'.repeat(43)])('is not good: %j', async (nonce) => {
    expect(await nonces.isGood(nonce, START)).toBe(false)
  })
})
