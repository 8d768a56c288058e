import { describe, expect, it } from 'vitest'
import { followMouse } from './follow-mouse.js'
import type { InputEvent } from './input-event.js'
import { down, move } from './testing/traces.js'

function follow(events: readonly InputEvent[]) {
  const steps: (readonly number[] | 'rest')[] = []
  const mouse = followMouse(
    () => 1,
    (...step) => steps.push(step),
    () => steps.push('rest'),
  )
  for (const event of events) mouse.push(event)
  return { steps, fine: mouse.read() === 1 }
}

describe('following the mouse', () => {
  it('makes steps of neighbouring moves and rests of gaps over 100 ms', () => {
    const { steps } = follow([move(0, 10, 10), move(16, 13, 14), move(116, 14, 14), move(217, 20, 20)])
    expect(steps).toEqual(['rest', [3, 4, 16, 5], [1, 0, 100, 1], 'rest'])
  })

  it('sees neither touch nor pen', () => {
    const others = [move(8, 50, 50, { pointer: 'touch' }), move(9, 50, 50, { pointer: 'pen' })]
    expect(follow([move(0, 0, 0), ...others, move(16, 1, 0)]).steps).toEqual(['rest', [1, 0, 16, 1]])
  })

  it('takes repeated positions for no step, and events of one time for one', () => {
    expect(follow([move(0, 0, 0), move(5, 0, 0), move(10, 4, 0), move(10, 9, 0), move(20, 9, 0)]).steps).toEqual([
      'rest',
      [4, 0, 10, 4],
      [5, 0, 10, 5],
    ])
  })

  it('ends a movement with a press, and never spans time that runs backwards or is no number', () => {
    expect(follow([move(0, 0, 0), down(5, 0, 0), move(10, 4, 0)]).steps).toEqual(['rest', 'rest', 'rest'])
    expect(follow([move(50, 0, 0), move(20, 4, 0), move(Number.NaN, 9, 0), move(30, 3, 0)]).steps).toEqual(Array(4).fill('rest'))
  })

  it('knows a coarse grid of positions from a fine one', () => {
    const walk = (grid: number) => [0, 1, 3, 6, 8, 9].map((x, i) => move(16 * i, x * grid, 0))
    expect(follow(walk(7)).fine).toBe(false)
    expect(follow(walk(1)).fine).toBe(true)
    expect(follow([]).fine).toBe(true)
  })
})
