import type { Chooser } from '../../hands/chooser.js'
import type { Point, Timed, Timeline } from '../../hands/timeline.js'
import { type Gait, keystrokes, notchesDown, pressFor } from './gait.js'

/**
 * The best that a program does without a recording: cubic Bézier curves at a minimum-jerk pace that Fitts’s law times, with tremor,
 * overshoot, hovering, and log-normal keystrokes that overlap. Times in ms.
 */
export function bezier(chooser: Chooser): Gait {
  /** About normal, by the sum of three. */
  const normal = (mean: number, deviation: number) =>
    mean + deviation * 2 * (chooser.between(-1, 1) + chooser.between(-1, 1) + chooser.between(-1, 1)) * 0.5
  const logNormal = (median: number, sigma: number) => median * Math.exp(normal(0, sigma))
  return {
    move: (from, to) => reach(from, to, chooser, normal),
    click: () => pressFor(Math.max(45, normal(92, 18))),
    scroll: (notches) => notchesDown(notches, (i) => (i % 4 === 0 ? logNormal(420, 0.4) : logNormal(75, 0.3))),
    type: (text) => keystrokes(text, () => ({ gap: logNormal(145, 0.38), dwell: Math.max(35, normal(95, 20)) })),
  }
}

type Normal = (mean: number, deviation: number) => number

/** To the target, in half of all cases past it first; then it rests a moment before whatever comes next. */
function reach(from: Point, to: Point, chooser: Chooser, normal: Normal): Timeline {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  if (distance < 200 || chooser.between(0, 1) < 0.5) return [...curve(from, to, chooser, normal)]
  const past = { x: to.x + ((to.x - from.x) / distance) * normal(9, 3), y: to.y + ((to.y - from.y) / distance) * normal(9, 3) }
  const out = curve(from, past, chooser, normal)
  const turn = (out.at(-1)?.[0] ?? 0) + Math.max(40, normal(110, 30))
  return [...out, ...curve(past, to, chooser, normal).map(([t, ...operation]): Timed => [turn + t, ...operation])]
}

function curve(from: Point, to: Point, chooser: Chooser, normal: Normal): Timeline {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  const duration = (110 + 165 * Math.log2(distance / 30 + 1)) * chooser.between(0.8, 1.25)
  const bow = (share: number): Point => {
    const aside = chooser.between(-0.16, 0.16)
    return { x: from.x + (to.x - from.x) * share - (to.y - from.y) * aside, y: from.y + (to.y - from.y) * share + (to.x - from.x) * aside }
  }
  const knots = [from, bow(chooser.between(0.2, 0.4)), bow(chooser.between(0.6, 0.8)), to] as const
  const points: Timed[] = []
  for (let t = 0; t < duration; t += chooser.between(7, 9.5)) {
    const { x, y } = cubic(knots, pace(t / duration))
    points.push([t, 'move', Math.round(x + normal(0, 0.5)), Math.round(y + normal(0, 0.5))])
  }
  return [...points, [duration, 'move', Math.round(to.x), Math.round(to.y)]]
}

/** Minimum jerk (Flash and Hogan, 1985), with the peak of its speed a little before the middle, as hands have it. */
function pace(share: number): number {
  const u = share ** 0.85
  return 10 * u ** 3 - 15 * u ** 4 + 6 * u ** 5
}

function cubic([a, b, c, d]: readonly [Point, Point, Point, Point], s: number): Point {
  const at = (p: number, q: number, r: number, t: number) =>
    (1 - s) ** 3 * p + 3 * (1 - s) ** 2 * s * q + 3 * (1 - s) * s ** 2 * r + s ** 3 * t
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) }
}
