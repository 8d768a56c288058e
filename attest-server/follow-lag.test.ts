import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followLag, type Lag } from './follow-lag.js'

let now: number
let lag: Lag
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  now = 0
  lag = followLag(() => now)
})
afterEach(() => {
  lag.stop()
  vi.useRealTimers()
})

/** A turn of the event loop that takes so long; its timers come first in the next one. */
function turn(took: number): void {
  now += took
  vi.advanceTimersByTime(20)
}

describe('an event loop', () => {
  it('is not late while its turns are short', () => {
    for (const took of [20, 25, 20, 22]) {
      turn(took)
      expect(lag.late()).toBeLessThanOrEqual(5)
    }
  })

  it('is not late for one long turn: that was a stall', () => {
    turn(20)
    now += 500
    expect(lag.late()).toBe(0)
    turn(0)
    expect(lag.late()).toBe(0)
  })

  it('is late in the second long turn, by what both have in common', () => {
    turn(320)
    expect(lag.late(), 'as it begins').toBe(0)
    now += 120
    expect(lag.late()).toBe(100)
    now += 1000
    expect(lag.late()).toBe(300)
  })

  it('is on time again after a short turn', () => {
    turn(320)
    turn(320)
    turn(20)
    now += 500
    expect(lag.late()).toBe(0)
  })
})
