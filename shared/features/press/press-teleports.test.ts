import { describe, expect, it } from 'vitest'
import { down, move, readingOf } from '../testing/traces.js'
import { pressTeleports as feature } from './press-teleports.js'

const jump = (t: number, x: number) => [move(t, x, 0), down(t + 1, x, 0)]
const travel = (t: number, from: number, to: number) => [
  ...Array.from({ length: 10 }, (_, i) => move(t + 16 * i, from + ((to - from) * (i + 1)) / 10, 0)),
  down(t + 260, to, 0),
]

describe('teleporting presses', () => {
  it('are those far from the one before without a way between', () => {
    expect(readingOf(feature, [...jump(0, 0), ...jump(100, 300), ...jump(200, 600)])).toBe(1)
    expect(readingOf(feature, [...jump(0, 0), ...travel(100, 0, 300), ...travel(900, 300, 0)])).toBe(0)
    expect(readingOf(feature, [...jump(0, 0), ...travel(100, 0, 300), ...jump(900, 600)])).toBe(0.5)
  })

  it('are not told from the first press, nor from presses nearby', () => {
    expect(readingOf(feature, jump(0, 900))).toBeUndefined()
    expect(readingOf(feature, [...jump(0, 0), ...jump(100, 60)])).toBeUndefined()
  })

  it('are not told where a finger came between', () => {
    expect(readingOf(feature, [...jump(0, 0), down(50, 9, 9, { pointer: 'touch' }), ...jump(100, 500)])).toBeUndefined()
  })
})
