import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEvent, Recording } from './recordings.js'
import { fitStroke, misfit, reach, type Stroke, strokesOf } from './strokes.js'

/** A movement of 12 moves to the right and a little down, then a press of 80 ms. */
const movement = (start: number, end: readonly RecordedEvent[]): RecordedEvent[] => [
  ...Array.from({ length: 12 }, (_, i): RecordedEvent => ['m', start + 16 * i, 100 + 20 * i, 100 + (i % 3)]),
  ...end,
]
const click = (start: number): RecordedEvent[] =>
  movement(start, [
    ['d', start + 220, 320, 102],
    ['u', start + 300, 321, 102],
  ])
const recording = (events: readonly RecordedEvent[]): Recording => ({ user: 'someone', label: 'human', events })

const strokeOf = (): Stroke => strokesOf([recording(click(0))])[0]!

describe('strokes', () => {
  it('are the movements that end in a left click', () => {
    const strokes = strokesOf([recording([...click(0), ...click(2000)])])
    expect(strokes).toHaveLength(2)
    expect(strokes[1]).toMatchObject({ press: { t: 220, x: 320 }, release: { t: 300 } })
  })

  it('are neither drags nor clicks of other buttons nor presses that never end', () => {
    const drag = movement(0, [
      ['d', 220, 320, 102],
      ['m', 240, 400, 150],
      ['u', 300, 420, 160],
    ])
    const right = movement(0, [
      ['d', 220, 320, 102, 'right'],
      ['u', 300, 320, 102, 'right'],
    ])
    expect(strokesOf([drag, right, movement(0, [['d', 220, 320, 102]])].map(recording))).toEqual([])
  })

  it('begin after a rest', () => {
    const wandering: RecordedEvent[] = [
      ['m', 0, 900, 900],
      ['m', 16, 905, 900],
    ]
    const later = click(3000)
    expect(strokesOf([recording([...wandering, ...later])])[0]?.moves).toHaveLength(12)
  })
})

describe('fitting', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 1400 }), y: fc.integer({ min: 0, max: 900 }) })

  it('leads from anywhere to anywhere, on whole pixels, and leaves every time as it was', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        fc.pre(Math.hypot(to.x - from.x, to.y - from.y) > 5)
        const stroke = strokeOf()
        const { approach, click } = fitStroke(stroke, from, to)
        expect(approach[0]).toEqual([0, 'move', from.x, from.y])
        expect(click[0]).toEqual([220, 'move', to.x, to.y])
        expect(approach.map(([t]) => t)).toEqual(stroke.moves.map(({ t }) => t))
        expect(approach.every(([, , x, y]) => Number.isInteger(x) && Number.isInteger(y))).toBe(true)
        expect(click.map(([t, op]) => [t, op])).toEqual([
          [220, 'move'],
          [220, 'down'],
          [300, 'up'],
        ])
      }),
    )
  })

  it('bends nothing where the recording leads there itself', () => {
    const stroke = strokeOf()
    expect(misfit(stroke, { x: 0, y: 0 }, { x: 220, y: 2 })).toBeCloseTo(0)
    expect(misfit(stroke, { x: 0, y: 0 }, { x: -220, y: -2 })).toBeCloseTo(1)
    expect(misfit(stroke, { x: 0, y: 0 }, { x: 2 * reach(stroke), y: 0 })).toBeGreaterThan(Math.log(2) - 0.01)
  })
})
