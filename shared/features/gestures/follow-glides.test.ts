import { describe, expect, it } from 'vitest'
import { movementGlideChange } from '../movement/movement-glide-change.js'
import { movementGlideEntropy } from '../movement/movement-glide-entropy.js'
import { movementGlidePeaks } from '../movement/movement-glide-peaks.js'
import { movementGlideStraight } from '../movement/movement-glide-straight.js'
import { movementGlideVariation } from '../movement/movement-glide-variation.js'
import { down, move, readingOf } from '../testing/traces.js'

/** A pointer that goes right at a pace (px/ms) of the time, heard each `every` ms. */
function going(pace: (s: number) => number, every = 8, seconds = 4) {
  let x = 0
  return Array.from({ length: (seconds * 1000) / every }, (_, i) => {
    x += every * pace((i * every) / 1000)
    return move(i * every, Math.round(x), 100)
  })
}

const even = () => 0.5
/** A throw each half second, fastest in the middle of an eighth. */
const throws = (s: number) => 0.5 + 0.45 * Math.sin(4 * Math.PI * s + Math.PI / 4)

describe('glides', () => {
  it('have one pace, one direction and no peak where a program keeps its speed', () => {
    expect(readingOf(movementGlideVariation, going(even))).toBeLessThan(0.05)
    expect(readingOf(movementGlideEntropy, going(even))).toBeLessThan(0.2)
    expect(readingOf(movementGlidePeaks, going(even))).toBe(0)
    expect(readingOf(movementGlideStraight, going(even))).toBe(1)
    expect(readingOf(movementGlideChange, going(even))).toBeLessThan(0.05)
  })

  it('show the variation of speed: that of a sine of 0.45 about 0.5, less what an eighth of a second smooths away', () => {
    const smoothed = Math.sin(Math.PI / 4) / (Math.PI / 4)
    expect(readingOf(movementGlideVariation, going(throws))).toBeCloseTo((0.9 * smoothed) / Math.SQRT2, 1)
    // One of four glides.
    expect(readingOf(movementGlidePeaks, going(throws))).toBeCloseTo(0.25, 1)
  })

  it('read alike whether a move is heard each 7 ms, each 16 ms or each 40 ms', () => {
    const readings = [7, 16, 40].map((every) => readingOf(movementGlideVariation, going(throws, every, 8))!)
    for (const reading of readings) expect(reading).toBeCloseTo(readings[0]!, 1)
  })

  it('are read through a remote desktop that sends a move each 110 ms, and a clock of 16 ms', () => {
    const coarse = going(throws, 110, 8).map((event) => ({ ...event, t: 16 * Math.floor(event.t / 16) }))
    expect(readingOf(movementGlideVariation, coarse)).toBeGreaterThan(0.4)
  })

  it('do not reach over a rest or a press, and a few say nothing', () => {
    const jumps = Array.from({ length: 40 }, (_, i) => move(400 * i, 300 * (i % 2), 0))
    expect(readingOf(movementGlideVariation, jumps)).toBeUndefined()
    const pressed = going(even).flatMap((event) => [event, down(event.t, event.x, event.y)])
    expect(readingOf(movementGlideVariation, pressed)).toBeUndefined()
    expect(readingOf(movementGlideVariation, going(even, 8, 1))).toBeUndefined()
  })

  it('leave touch and pens alone', () => {
    const touched = going(throws).map((event) => ({ ...event, pointer: 'touch' as const }))
    expect(readingOf(movementGlideVariation, touched)).toBeUndefined()
  })
})
