import { describe, expect, it } from 'vitest'
import { followStrokes, type Stroke } from './follow-strokes.js'
import { move } from './testing/traces.js'

function strokesOf(points: readonly (readonly [t: number, x: number, y: number])[]): Stroke[] {
  const strokes: Stroke[] = []
  const mouse = followStrokes(() => 1, {
    step() {},
    end(stroke, counts) {
      if (counts) strokes.push({ ...stroke })
    },
  })
  for (const [t, x, y] of points) mouse.push(move(t, x, y))
  return strokes
}

describe('following strokes', () => {
  const line = (steps: number, size: number) => Array.from({ length: steps + 1 }, (_, i) => [16 * i, size * i, 0] as const)

  it('ends one at a rest and knows its length, chord and time', () => {
    const corner = [...line(8, 10), [144, 80, 60], [400, 0, 0]] as const
    expect(strokesOf(corner)).toEqual([{ steps: 9, length: 140, chord: 100, duration: 144 }])
  })

  it('leaves out the short and the small, and the one still going on', () => {
    expect(strokesOf([...line(7, 50), [900, 0, 0]])).toEqual([])
    expect(strokesOf([...line(9, 8), [900, 0, 0]])).toEqual([])
    expect(strokesOf(line(20, 10))).toEqual([])
  })

  it('cuts a movement that never rests every 2 s', () => {
    expect(strokesOf(line(260, 1)).map(({ duration }) => duration)).toEqual([2000, 2000])
  })
})
