import type { Ms } from '../../units.js'

/** No hand moves on purpose at more than 10 Hz; the spectrum is taken in 40 steps up to there. */
const CUTOFF = 10
const STEPS = 40
/** What is weaker than this share of the strongest, up to the end, is noise. */
const THRESHOLD = 0.05

/** @returns the strength of a frequency, 1 for the mean (Goertzel, Am. Math. Monthly 65, 1958) @param turn angle from one value to the next, in rad */
function strengthOf(values: Float64Array, turn: number, sum: number): number {
  const twice = 2 * Math.cos(turn)
  let last = 0
  let before = 0
  for (let i = 0; i < values.length; i++) {
    const next = values[i]! + twice * last - before
    before = last
    last = next
  }
  return Math.sqrt(Math.max(0, last * last + before * before - twice * last * before)) / sum
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
