import type { Ms } from '../../shared/units.js'
import type { Point, TimedPoint } from './path-kind.js'

/** Fewest points of a movement: a clock that is coarse beside the duration still shows the end. */
const LEAST_POINTS = 2

/**
 * Samples a curve by a bot's clock.
 *
 * @param at where the pointer is at a share of the duration, 0 to 1
 */
export function followCurve(duration: Ms, tick: () => Ms, at: (share: number) => Point): TimedPoint[] {
  const points: TimedPoint[] = []
  let t = tick()
  for (; t < duration; t += tick()) points.push({ t, ...at(t / duration) })
  const end = points.length < LEAST_POINTS ? duration : t
  return [...points, { t: end, ...at(1) }]
}
