import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { traceKinds } from '../../../../shared/trace/trace-kinds.js'
import type { ShownSample } from '../../wire/session.js'
import { drawSlice } from './slice-drawing.js'

const sample = (kind: ShownSample['kind'], t: number, x = 0, y = 0): ShownSample => ({ kind, t, x, y })
const way = fc.integer({ min: -5000, max: 5000 })
const samples = fc.array(fc.record({ kind: fc.constantFrom(...traceKinds), t: fc.integer({ min: -1000, max: 1000 }), x: way, y: way }), {
  minLength: 1,
  maxLength: 60,
})

describe('the drawing of a slice', () => {
  it('says in words what is to be seen', () => {
    const drawn = drawSlice({
      index: 3,
      samples: [
        sample('step', 0),
        sample('step', 16, 30, 40),
        sample('down', 90, 30, 40),
        sample('up', 150, 30, 40),
        sample('click', 151, 30, 40),
      ],
    })
    expect(drawn.words).toBe('151 ms: 2 moves over 50 px, 1 press, 1 click.')
    expect([drawn.strokes.length, drawn.presses.length, drawn.clicks.length]).toEqual([1, 1, 1])
    expect(drawSlice({ index: 0, samples: [sample('key-down', 0), sample('key-up', 80), sample('key-down', 200)] })).toMatchObject({
      strokes: [],
      words: '200 ms: 2 keys.',
    })
  })

  it('has room for every place, whatever was done, and time between 0 and 1', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const { viewBox, strokes } = drawSlice({ index: 0, samples: all })
        const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)
        for (const { x, y } of all) {
          expect(x > left && x < left + width).toBe(true)
          expect(y > top && y < top + height).toBe(true)
        }
        for (const { when } of strokes) expect(when >= 0 && when <= 1).toBe(true)
      }),
    )
  })
})
