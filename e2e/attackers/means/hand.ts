import type { InputEvent } from '../../../shared/features/input-event.js'
import type { Chooser } from '../../hands/chooser.js'
import type { Point } from '../../hands/timeline.js'

/** A place on the way, in ms since it began. */
interface TimedPoint extends Point {
  readonly t: number
}

/** How a hand gets from one place to another. */
export type Reach = (from: Point, to: Point, chooser: Chooser) => readonly TimedPoint[]

/** Box and Muller, 1958. */
const normal = ({ between }: Chooser, mean: number, deviation: number): number =>
  mean + deviation * Math.sqrt(-2 * Math.log(1 - between(0, 1))) * Math.cos(2 * Math.PI * between(0, 1))

/** A display of 60 Hz. */
const FRAME = 1000 / 60

/**
 * By the books on how people aim: a bell-shaped ballistic movement that falls short, and a slower correction (Woodworth, 1899; Meyer et
 * al., 1988), early in its peak, bowed to one side, with tremor of a physiological 8 to 12 Hz.
 */
export const reachByTheBooks: Reach = (from, to, chooser) => {
  const [points, { between }] = [[] as TimedPoint[], chooser]
  const [rate, swing, phase] = [between(8, 12) / 1000, between(0.3, 0.8), between(0, 6)]
  let [t, x, y] = [0, from.x, from.y]
  for (const share of [between(0.82, 0.95), 1]) {
    const [startX, startY, bow] = [x, y, normal(chooser, 0, 0.06)]
    const [dx, dy] = [share * (to.x - x), share * (to.y - y)]
    const length = share === 1 ? between(140, 260) : between(180, 260) + 90 * Math.log2(1 + Math.hypot(dx, dy) / 40)
    const steps = Math.max(3, Math.round(length / FRAME))
    for (let i = 1; i <= steps; i++) {
      const s = (i / steps) ** 0.82
      const done = 10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5
      const side = bow * Math.sin(Math.PI * done)
      t += FRAME
      x = startX + done * dx - side * dy + swing * Math.sin(2 * Math.PI * rate * t + phase) + normal(chooser, 0, 0.3)
      y = startY + done * dy + side * dx + swing * Math.cos(2 * Math.PI * rate * t + phase) + normal(chooser, 0, 0.3)
      points.push({ t, x: Math.round(x), y: Math.round(y) })
    }
  }
  return points
}

const mouse = { trusted: true, pointer: 'mouse', zoomed: false, flush: false } as const
const key = {
  ...{ trusted: true, modifier: false, shifts: false, repeat: false, upper: false },
  ...{ shift: false, capsLock: false, physical: true, composing: false },
} as const

/** Moves, with the hardware's samples that a 60 Hz browser merges; two that stand still are one. */
function movesOf(points: readonly TimedPoint[], from: number, chooser: Chooser): InputEvent[] {
  const moved = points.filter((one, i) => i === 0 || one.x !== points[i - 1]!.x || one.y !== points[i - 1]!.y)
  return moved.map(({ t, x, y }) => ({ ...mouse, kind: 'move', t: from + t, x, y, samples: Math.round(chooser.between(1, 3)) }))
}

function pressAt(t: number, { x, y }: Point, sends: boolean, chooser: Chooser): InputEvent[] {
  const up = t + Math.max(45, normal(chooser, 92, 18))
  const offset = { dx: normal(chooser, 0, 24), dy: normal(chooser, 2, 5), width: 300, height: 44 }
  return [
    { ...mouse, kind: 'down', t, x, y, pressure: 0.5, offset, touchable: false },
    { trusted: true, pointer: 'mouse', kind: 'up', t: up, x, y, focused: true },
    { trusted: true, kind: 'click', t: up, sends },
  ]
}

/** Holds of about 100 ms, log-normal intervals with rollover (Dhakal et al., 2018). */
function typeFrom(from: number, keys: number, chooser: Chooser): InputEvent[] {
  let t = from
  const events = Array.from({ length: keys }, (_, i): InputEvent[] => {
    t += Math.max(65, Math.exp(normal(chooser, 4.9, 0.4)))
    return [
      { ...key, kind: 'key-down', t, press: i % 3 },
      { trusted: true, kind: 'char', t },
      { trusted: true, kind: 'input', t: t + 3, cause: 'insert', several: false, composing: false },
      { trusted: true, kind: 'key-up', t: t + Math.max(45, normal(chooser, 96, 22)), press: i % 3 },
    ]
  })
  return events.flat().sort((a, b) => a.t - b.t)
}

/** The form's two fields and its button. */
const PLACES: readonly Point[] = [
  { x: 420, y: 302 },
  { x: 405, y: 384 },
  { x: 365, y: 462 },
]

/** A whole sign-up of five to eight seconds: aims, presses, types, and so on to the button. `t` counts from the page's start. */
export function signUpTrace(chooser: Chooser, reach: Reach = reachByTheBooks): InputEvent[] {
  const events: InputEvent[] = []
  let [t, at] = [chooser.between(300, 600), { x: Math.round(chooser.between(60, 900)), y: Math.round(chooser.between(560, 800)) }]
  const add = (more: readonly InputEvent[]) => {
    events.push(...more)
    t = Math.max(t, events.at(-1)?.t ?? t)
  }
  for (const [i, place] of PLACES.entries()) {
    const to = { x: Math.round(place.x + normal(chooser, 0, 22)), y: Math.round(place.y + normal(chooser, 0, 5)) }
    add(movesOf(reach(at, to, chooser), t, chooser))
    add(pressAt(t + chooser.between(60, 190), to, i === 2, chooser))
    if (i < 2) add(typeFrom(t + chooser.between(80, 200), 7, chooser))
    t += chooser.between(60, 160)
    at = to
  }
  return [...events, { trusted: true, kind: 'submit', t: t + 2 }]
}

/** As a ruler moves: straight, and always as fast. */
export const ruled: Reach = (from, to) =>
  Array.from({ length: 20 }, (_, i) => {
    const share = (i + 1) / 20
    return { t: 16 * (i + 1), x: Math.round(from.x + share * (to.x - from.x)), y: Math.round(from.y + share * (to.y - from.y)) }
  })
