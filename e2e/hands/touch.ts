import type { Chooser } from './chooser.js'
import type { RecordedEvent, Recording } from './recordings.js'
import type { Point, Timed, Timeline } from './timeline.js'

/** A finger's way from touching to lifting: positions, and ms from the touch. The recorder's unit of length is not a pixel. */
type Gesture = readonly (Point & { readonly t: number })[]

/** How a person taps and swipes, as recorded. */
export interface TouchHabit {
  readonly taps: readonly Gesture[]
  readonly swipes: readonly Gesture[]
}

/** Farther than this from where it touched, a finger swipes, in the recorder's thousandths of a screen. */
const TAP = 12

/** @throws when there is no tap or no swipe among the recordings */
export function touchHabitOf(recordings: readonly Recording[]): TouchHabit {
  const gestures = recordings.flatMap(({ events }) => gesturesIn(events))
  const taps = gestures.filter((gesture) => reachOf(gesture) < TAP && lengthOf(gesture) < 350)
  const swipes = gestures.filter(
    (gesture) => reachOf(gesture) > 150 && lengthOf(gesture) < 1000 && gesture.length >= 5 && isStraight(gesture),
  )
  if (taps.length === 0 || swipes.length === 0) throw new Error('these recordings hold no taps, or no swipes')
  return { taps, swipes }
}

function gesturesIn(events: readonly RecordedEvent[]): Gesture[] {
  const found: Gesture[] = []
  let open: RecordedEvent[] = []
  for (const event of events) {
    open = event[0] === 'd' ? [event] : [...open, event]
    if (event[0] === 'u' && open[0]?.[0] === 'd') {
      const start = open[0][1]
      found.push(open.map(([, t, x, y]) => ({ t: t - start, x: x ?? 0, y: y ?? 0 })))
      open = []
    }
  }
  return found
}

const lengthOf = (gesture: Gesture): number => gesture.at(-1)!.t
const reachOf = (gesture: Gesture): number => Math.max(...gesture.map((point) => distance(gesture[0]!, point)))
const isStraight = (gesture: Gesture): boolean => distance(gesture[0]!, gesture.at(-1)!) > 0.8 * reachOf(gesture)
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** A recorded tap at a place, with its drift. */
export function tap({ taps }: TouchHabit, at: Point, chooser: Chooser): Timeline {
  const gesture = chooser.pick(taps)
  const origin = gesture[0]!
  return played(gesture, ({ x, y }) => ({ x: at.x + (x - origin.x) / 2, y: at.y + (y - origin.y) / 2 }))
}

/** A recorded swipe, turned and scaled so that it leads from one place to another, with its timing untouched. */
export function swipe({ swipes }: TouchHabit, from: Point, to: Point, chooser: Chooser): Timeline {
  const gesture = chooser.pick(swipes)
  const [first, last] = [gesture[0]!, gesture.at(-1)!]
  const scale = distance(from, to) / distance(first, last)
  const angle = Math.atan2(to.y - from.y, to.x - from.x) - Math.atan2(last.y - first.y, last.x - first.x)
  const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)]
  return played(gesture, ({ x, y }) => {
    const [dx, dy] = [x - first.x, y - first.y]
    return { x: from.x + a * dx - b * dy, y: from.y + b * dx + a * dy }
  })
}

function played(gesture: Gesture, place: (point: Point) => Point): Timeline {
  return gesture.map((point, i): Timed => {
    const { x, y } = place(point)
    const phase = i === 0 ? 'touch-down' : i === gesture.length - 1 ? 'touch-up' : 'touch-move'
    return [point.t, phase, Math.round(x), Math.round(y)]
  })
}
