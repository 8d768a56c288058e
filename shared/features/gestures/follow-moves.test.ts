import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../input-event.js'
import { down, move } from '../testing/traces.js'
import type { Emit, Press, Step, Stroke } from './gesture.js'
import { startGestures } from './start-gestures.js'

function follow(events: readonly InputEvent[]) {
  const steps: (readonly number[])[] = []
  const reaches: (readonly number[])[] = []
  const strokes: Pick<Stroke, 'steps' | 'length' | 'chord' | 'duration' | 'repeats'>[] = []
  let paths = 0
  const emit = ((kind: string, gesture: unknown) => {
    if (kind === 'step') {
      const { dx, dy, dt, length } = gesture as Step
      steps.push([dx, dy, dt, length])
    }
    if (kind === 'press') reaches.push([(gesture as Press).reach, (gesture as Press).time])
    if (kind === 'path') paths++
    if (kind === 'stroke') {
      const { steps: count, length, chord, duration, repeats } = gesture as Stroke
      strokes.push({ steps: count, length, chord, duration, repeats })
    }
  }) as Emit
  const push = startGestures(emit)
  for (const event of events) push(event)
  return { steps, reaches, strokes, paths }
}

const line = (count: number, size: number, dt = 16, from = 0) =>
  Array.from({ length: count + 1 }, (_, i) => move(from + dt * i, size * i, 0))

describe('following moves', () => {
  it('makes steps of neighbouring moves, and none of gaps over 45 ms', () => {
    expect(follow([move(0, 10, 10), move(16, 13, 14), move(76, 14, 14), move(92, 15, 14), move(300, 20, 20)]).steps).toEqual([
      [3, 4, 16, 5],
      [1, 0, 16, 1],
    ])
  })

  it('sees neither touch nor pen', () => {
    const others = [move(8, 50, 50, { pointer: 'touch' }), move(9, 50, 50, { pointer: 'pen' })]
    expect(follow([move(0, 0, 0), ...others, move(16, 1, 0)]).steps).toEqual([[1, 0, 16, 1]])
  })

  it('takes repeated positions for no step, and events of one time for one', () => {
    const { steps } = follow([move(0, 0, 0), move(5, 0, 0), move(10, 4, 0), move(10, 9, 0), move(20, 9, 0)])
    expect(steps).toEqual([
      [4, 0, 10, 4],
      [5, 0, 10, 5],
    ])
  })

  it('ends a run with a press, and never spans time that runs backwards or is no number', () => {
    const none = [[Number.NaN, Number.NaN]]
    expect(follow([move(0, 0, 0), down(5, 0, 0), move(10, 4, 0)]).reaches).toEqual(none)
    expect(follow([move(50, 0, 0), move(20, 4, 0), move(Number.NaN, 9, 0), move(30, 3, 0), down(32, 3, 0)]).reaches).toEqual(none)
    expect(follow([move(0, 0, 0), move(16, 3, 4), down(20, 3, 4), move(30, 9, 4), down(40, 9, 4)]).reaches).toEqual([[5, 20], ...none])
  })

  it('ends a stroke at a rest and knows its length, chord and time', () => {
    // First a little movement that shows how fine positions are.
    const fine = [move(0, 0, 0), move(16, 1, 0), move(32, 3, 0)]
    expect(follow([...fine, ...line(8, 10, 16, 1000), move(1144, 80, 60), move(1400, 0, 0)]).strokes).toEqual([
      { steps: 9, length: 140, chord: 100, duration: 144, repeats: false },
    ])
  })

  it('leaves out the short and the small, and the one still going on', () => {
    expect(follow([...line(7, 50), move(900, 0, 0)]).strokes).toEqual([])
    expect(follow([...line(9, 8), move(900, 0, 0)]).strokes).toEqual([])
    expect(follow(line(20, 10)).strokes).toEqual([])
  })

  it('cuts a movement that never rests every 2 s, or at 256 points', () => {
    expect(follow(line(260, 1)).strokes.map(({ duration }) => duration)).toEqual([2000, 2000])
    expect(follow(line(600, 1, 2)).strokes.map(({ steps }) => steps)).toEqual([255, 255])
  })

  it('knows where the hand went, but not how, where sampling is coarse or the clock is clamped to frames', () => {
    const seen = (dt: number) => {
      const { strokes, paths } = follow([...line(20, 9, dt), move(9000, 0, 0)])
      return [paths, strokes.length]
    }
    expect(seen(17)).toEqual([1, 1])
    expect(seen(60)).toEqual([1, 0])
    expect(seen(1000 / 60)).toEqual([1, 0])
  })

  it('measures nothing on a coarse grid of positions', () => {
    const walk = (grid: number) =>
      follow([...Array.from({ length: 70 }, (_, i) => move(17 * i, grid * (i + (i % 3)), grid * (i % 2))), move(9000, 0, 0)])
    expect(walk(7).strokes).toEqual([])
    expect(walk(1).strokes).toHaveLength(1)
  })

  it('knows a shape again wherever and however fast it is drawn, and no other', () => {
    const wave = (from: number, dt: number, x: number, height: number) =>
      Array.from({ length: 31 }, (_, i) => move(from + dt * i, x + 10 * i, Math.round(height * Math.sin(i / 5))))
    const rest = move(9000, 0, 0)
    const repeats = follow([...wave(0, 16, 0, 40), ...wave(1000, 12, 500, 40), ...wave(2000, 16, 9, 60), rest]).strokes.map(
      (one) => one.repeats,
    )
    expect(repeats).toEqual([false, true, false])
  })
})
