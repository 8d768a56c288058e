import { describe, expect, it } from 'vitest'
import { movementAccelerationMemory as feature } from './movement-acceleration-memory.js'
import { startRandom } from './testing/random.js'
import { move, readingOf } from './testing/traces.js'

const walk = (steps: number, length: (i: number) => number) => {
  const events = [move(0, 0, 0)]
  let x = 0
  for (let i = 0; i < steps; i++) {
    x += length(i)
    events.push(move(10 * (i + 1), x, 0))
  }
  return events
}

describe('acceleration memory', () => {
  it('is near 1 for a smooth curve', () => {
    expect(
      readingOf(
        feature,
        walk(300, (i) => 10 + 9 * Math.sin(i / 20)),
      ),
    ).toBeGreaterThan(0.95)
  })

  it('is near −½ for independent jitter', () => {
    const { uniform } = startRandom(3)
    expect(
      readingOf(
        feature,
        walk(2000, () => uniform(5, 15)),
      ),
    ).toBeCloseTo(-0.5, 1)
  })
})
