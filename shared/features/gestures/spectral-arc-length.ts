import type { Ms } from '../../units.js'

/** No hand moves on purpose at more than 10 Hz; the spectrum is taken in 40 steps up to there. */
const CUTOFF = 10
const STEPS = 40
/** What is weaker than this share of the strongest, up to the end, is noise. */
const THRESHOLD = 0.05

/** @returns the strength of a frequency, 1 for the mean @param turn angle from one value to the next, in rad */
function strengthOf(values: Float64Array, turn: number, sum: number): number {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  let [re, im, x, y] = [0, 0, 1, 0]
  for (const value of values) {
    re += value * x
    im += value * y
    // The angle of the next value, by rotation: sines cost more.
    const rotated = x * cos - y * sin
    y = x * sin + y * cos
    x = rotated
  }
  return Math.sqrt(re * re + im * im) / sum
}

/** The length of the curve that the amplitude spectrum of speed draws, both axes from 0 to 1: SPARC without its sign. */
export function spectralArcLength(speeds: Float64Array, spacing: Ms): number {
  const sum = speeds.reduce((a, b) => a + b, 0)
  const strengths = Array.from({ length: STEPS + 1 }, (_, k) =>
    strengthOf(speeds, (2 * Math.PI * CUTOFF * k * spacing) / (1000 * STEPS), sum),
  )
  let last = STEPS
  while (last > 1 && strengths[last]! < THRESHOLD) last--
  let length = 0
  for (let k = 1; k <= last; k++) length += Math.hypot(1 / last, strengths[k]! - strengths[k - 1]!)
  return length
}
