import type { Ms } from '../../shared/units.js'
import type { Dice } from './start-dice.js'

/** What programs wait between two steps: a frame, a rate of a mouse, a `sleep`. */
const EVEN = [5, 7, 8, 10, 12, 16, 1000 / 60, 20, 25] as const

/** An even clock, as of `usleep` in a loop that does nothing else, with the few µs that it is late. */
function drawEven({ pick, uniform }: Dice): () => Ms {
  const step = pick(EVEN)
  return () => step + uniform(0, 0.05)
}

/** `random.uniform(a, b)` between steps. */
function drawUniform({ uniform }: Dice): () => Ms {
  const from = uniform(2, 15)
  const to = from + uniform(2, 25)
  return () => uniform(from, to)
}

/** `setTimeout`: never early, late by a little, now and then by a lot. */
function drawTimeout({ pick, normal, uniform, chance }: Dice): () => Ms {
  const step = pick(EVEN)
  const late = uniform(0.3, 2)
  return () => step + Math.abs(normal(0, late)) + (chance(0.02) ? uniform(5, 40) : 0)
}

/** A mouse's own rate as a humaniser imitates it: Gaussian about a mean. */
function drawGaussian({ uniform, normal }: Dice): () => Ms {
  const mean = uniform(8, 20)
  const deviation = mean * uniform(0.05, 0.35)
  return () => Math.max(1, normal(mean, deviation))
}

/** @returns a clock for one bot: the time to its next step, in ms. */
export const drawTick = (dice: Dice): (() => Ms) => dice.pick([drawEven, drawUniform, drawTimeout, drawGaussian])(dice)
