import { describe, expect, it } from 'vitest'
import { createRandom } from './create-random.js'

describe('createRandom', () => {
  it('hands each byte out once, in pieces of any length', () => {
    let next = 0
    const random = createRandom((bytes) => new DataView(bytes.buffer).byteLength && bytes.set(bytes.map(() => next++ % 251)))
    const seen = Array.from({ length: 300 }, (_, i) => [...random((i % 40) + 1)]).flat()
    const steps = seen.slice(1).filter((byte, i) => byte !== (seen[i]! + 1) % 251)
    // Only where a pool ended too early for the next piece.
    expect(steps.length).toBeLessThanOrEqual(2)
    expect(random(5000)).toHaveLength(5000)
    expect(random(0)).toHaveLength(0)
  })

  it('keeps what it handed out to itself no longer, and gives no view of what comes', () => {
    const pools: Uint8Array[] = []
    const random = createRandom((bytes) => {
      pools.push(bytes)
      crypto.getRandomValues(bytes)
    })
    const first = random(16)
    expect([first.buffer.byteLength, pools[0]!.subarray(0, 16).every((byte) => byte === 0)]).toEqual([16, true])
    expect(random(16)).not.toEqual(first)
  })
})
