import { followCurve } from '../follow-curve.js'
import type { Movement, PathKind, Point } from '../path-kind.js'
import { between, distance, shaken } from '../plane.js'
import type { Dice } from '../start-dice.js'

interface Stroke {
  readonly start: number
  readonly mu: number
  readonly sigma: number
  readonly length: number
  readonly from: number
  readonly to: number
}

/** The normal distribution's cumulative function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalCdf(z: number): number {
  const k = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail = k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))))
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
  return z < 0 ? upper : 1 - upper
}

/** How much of a stroke is done at t (in s), and where that is: an arc that turns from one angle to the other. */
function reached({ start, mu, sigma, length, from, to }: Stroke, t: number): Point {
  const done = t <= start ? 0 : normalCdf((Math.log(t - start) - mu) / sigma)
  const turn = to - from
  if (Math.abs(turn) < 1e-6) return { x: length * done * Math.cos(from), y: length * done * Math.sin(from) }
  const angle = from + turn * done
  return { x: (length * (Math.sin(angle) - Math.sin(from))) / turn, y: (length * (Math.cos(from) - Math.cos(angle))) / turn }
}

/** A first stroke that covers most of the way, and one or two that correct it. */
function drawStrokes(from: Point, to: Point, { uniform, normal, integer }: Dice): Stroke[] {
  const strokes: Stroke[] = []
  const corrections = integer(1, 2)
  let [at, start] = [from, uniform(0, 0.03)]
  for (let i = 0; i <= corrections; i++) {
    const aim = i === corrections ? to : between(at, to, normal(0.93, 0.07))
    const angle = Math.atan2(aim.y - at.y, aim.x - at.x)
    const bend = normal(0, i === 0 ? 0.15 : 0.3)
    const chord = distance(at, aim)
    const length = Math.abs(bend) < 1e-6 ? chord : (chord * bend) / Math.sin(bend)
    const mu = Math.log((i === 0 ? 0.16 + 0.045 * Math.log2(chord / 30 + 1) : 0.13) * uniform(0.8, 1.2))
    strokes.push({ start, mu, sigma: uniform(0.22, 0.4), length, from: angle - bend, to: angle + bend })
    start += Math.exp(mu) * uniform(0.9, 1.6)
    at = aim
  }
  return strokes
}

const perform = (dice: Dice, tick: () => number, tremor: number): Movement => {
  return (from, to) => {
    const strokes = drawStrokes(from, to, dice)
    const seconds = Math.max(...strokes.map(({ start, mu, sigma }) => start + Math.exp(mu + 2.2 * sigma)))
    return followCurve(1000 * seconds, tick, (share) => {
      const parts = strokes.map((stroke) => reached(stroke, share * seconds))
      const at = parts.reduce((sum, part) => ({ x: sum.x + part.x, y: sum.y + part.y }), from)
      return shaken(at, dice, share === 1 ? 0 : tremor)
    })
  }
}

/** Movements as the kinematic theory builds them (R. Plamondon, 1995): log-normal strokes that overlap. The hardest kind here. */
export const sigmaLognormal: PathKind = {
  id: 'sigma-lognormal',
  draw: (dice, tick) => perform(dice, tick, dice.uniform(0, 0.6)),
}
