import { describe, expect, it } from 'vitest'
import { createChooser } from './chooser.js'
import type { RecordedEvent, Recording } from './recordings.js'
import { swipe, tap, touchHabitOf } from './touch.js'

const recording = (events: readonly RecordedEvent[]): Recording => ({ user: 'someone', label: 'human', events })
const tapped: RecordedEvent[] = [
  ['d', 100, 500, 500],
  ['m', 133, 502, 500],
  ['u', 180, 504, 500],
]
const swiped: RecordedEvent[] = [
  ['d', 1000, 800, 400],
  ...[1, 2, 3, 4].map((i): RecordedEvent => ['m', 1000 + 33 * i, 800 - 60 * i, 400]),
  ['u', 1165, 500, 400],
]

describe('touch', () => {
  const habit = touchHabitOf([recording([...tapped, ...swiped])])
  const chooser = createChooser('seed')

  it('tells taps from swipes by how far the finger goes', () => {
    expect([habit.taps.length, habit.swipes.length]).toEqual([1, 1])
  })

  it('taps for as long as recorded, where it should', () => {
    expect(tap(habit, { x: 30, y: 40 }, chooser)).toEqual([
      [0, 'touch-down', 30, 40],
      [33, 'touch-move', 31, 40],
      [80, 'touch-up', 32, 40],
    ])
  })

  it('swipes from one place to another in the recorded time', () => {
    const up = swipe(habit, { x: 300, y: 700 }, { x: 300, y: 250 }, chooser)
    expect(up[0]).toEqual([0, 'touch-down', 300, 700])
    expect(up[1]).toEqual([33, 'touch-move', 300, 610])
    expect(up.at(-1)).toEqual([165, 'touch-up', 300, 250])
  })

  it('is no model without a tap', () => {
    expect(() => touchHabitOf([recording(swiped)])).toThrow('no taps')
  })
})
