import { describe, expect, it } from 'vitest'
import { createClaimNonce } from './claim-nonce.js'

function setUp(limits = { perKey: 3, all: 5 }) {
  const claimed = new Map<string, number>()
  const claimOnce = async (id: string, _from: number, until: number) => {
    if (claimed.has(id)) return false
    claimed.set(id, until)
    return true
  }
  return { claimed, claim: createClaimNonce({ claimOnce }, limits) }
}
const agent = (key: string, text: string, until = 1060) => ({ keyid: key.repeat(43), nonce: { text, from: 940, until } })

describe('the nonce of an agent', () => {
  it('passes once with its key, and with another key once more', async () => {
    const { claim } = setUp()
    const outcomes = []
    for (const one of [agent('a', 'n'), agent('a', 'n'), agent('b', 'n'), agent('a', 'm')]) outcomes.push(await claim(one, 1000))
    expect(outcomes).toEqual(['first', 'used', 'first', 'first'])
  })

  it('is kept as a hash, whatever a stranger wrote, and no longer than it is good for', async () => {
    const { claim, claimed } = setUp()
    await claim(agent('a', 'x'.repeat(256), 1200), 1000)
    const [[id, until]] = [...claimed] as [[string, number]]
    expect(id).toMatch(/^agent:[0-9a-f]{64}$/)
    expect(until).toBe(1200)
  })

  it('takes no room where there is none: a request can then be repeated', async () => {
    const { claim, claimed } = setUp()
    expect(await claim({ keyid: 'a'.repeat(43), nonce: undefined }, 1000)).toBe('none')
    expect(claimed.size).toBe(0)
  })

  it('fills the store neither with one key nor with many, and has room again after ten minutes', async () => {
    const { claim, claimed } = setUp()
    for (let i = 0; i < 20; i++) await claim(agent('a', String(i)), 1000)
    expect(claimed.size).toBe(3)
    for (let i = 0; i < 20; i++) await claim(agent(String.fromCharCode(98 + i), 'n'), 1000)
    expect(claimed.size).toBe(5)
    expect(await claim(agent('z', 'late'), 1599)).toBe('crowded')
    expect(await claim(agent('z', 'late'), 1600)).toBe('first')
  })
})
