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
        const moves = [...approach, ...click].filter(([, op]) => op === 'move')
        expect(moves.at(-1)?.slice(2)).toEqual([to.x, to.y])
        const recorded = [...stroke.moves, stroke.press].map(({ t }) => t)
        expect(recorded).toEqual(expect.arrayContaining(moves.map(([t]) => t)))
        expect(approach.every(([, , x, y]) => Number.isInteger(x) && Number.isInteger(y))).toBe(true)
        expect(click.filter(([, op]) => op !== 'move').map(([t, op]) => [t, op])).toEqual([
          [220, 'down'],
          [300, 'up'],
        ])
      }),
    )
  })

  it('reports no move to where the pointer is already: a hand that rested before it pressed still does', () => {
    const rested = [...movement(0, []), ['d', 400, 320, 102], ['u', 460, 320, 102]] satisfies RecordedEvent[]
    const { approach, click } = fitStroke(strokesOf([recording(rested)])[0]!, { x: 50, y: 60 }, { x: 270, y: 62 })
    expect(approach).toHaveLength(12)
    expect(click).toEqual([
      [400, 'down', 1],
      [460, 'up', 1],
    ])
  })

  it('halves a movement without moves that no longer change the position', () => {
    const slow = strokesOf([
      recording([
        ...Array.from({ length: 120 }, (_, i): RecordedEvent => ['m', 10 * i, 100 + i, 100]),
        ['d', 1300, 219, 100],
        ['u', 1380, 219, 100],
      ]),
    ])[0]!
    const places = fitStroke(slow, { x: 0, y: 0 }, { x: 60, y: 0 }).approach.map(([, , x]) => x)
    expect(new Set(places).size).toBe(places.length)
  })

  it('bends nothing where the recording leads there itself', () => {
    const stroke = strokeOf()
    expect(misfit(stroke, { x: 0, y: 0 }, { x: 220, y: 2 })).toBeCloseTo(0)
    expect(misfit(stroke, { x: 0, y: 0 }, { x: -220, y: -2 })).toBeCloseTo(1)
    expect(misfit(stroke, { x: 0, y: 0 }, { x: 2 * reach(stroke), y: 0 })).toBeGreaterThan(Math.log(2) - 0.01)
  })
})
