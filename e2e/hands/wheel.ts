import type { Chooser } from './chooser.js'
import type { Recording } from './recordings.js'
import type { Timed, Timeline } from './timeline.js'

/** Gaps between the wheel notches that a person turned in one direction, in ms, in bursts as they were recorded. */
export type WheelHabit = readonly (readonly number[])[]

/** A longer gap is reading, which belongs between bursts, in ms. */
const READING = 900
/** A notch follows a notch no sooner than a finger can turn it; nearer ones are the recorder's clock, which steps by 15.6 ms. */
const NOTCH = 30

export function wheelHabitOf(recordings: readonly Recording[]): WheelHabit {
  return recordings.flatMap(({ events }) => {
    const notches = events.filter(([type]) => type === 's')
    const gaps = notches.slice(1).map((event, i) => ({ gap: event[1] - notches[i]![1], same: event[3] === notches[i]![3] }))
    const bursts: number[][] = [[]]
    for (const { gap, same } of gaps) {
      if (!same || gap > READING) bursts.push([])
      else bursts.at(-1)!.push(Math.max(gap, NOTCH))
    }
    return bursts.filter((burst) => burst.length >= 2)
  })
}

/** One burst of at most `most` notches down (or up), each a press and release of the wheel's button as X counts it. */
export function wheelBurst(habit: WheelHabit, most: number, direction: 'down' | 'up', chooser: Chooser): Timeline {
  const gaps = chooser.pick(habit).slice(0, Math.max(0, most - 1))
  const button = direction === 'down' ? 5 : 4
  let t = 0
  return [0, ...gaps].flatMap((gap): Timed[] => {
    t += gap
    return [
      [t, 'down', button],
      [t, 'up', button],
    ]
  })
}
