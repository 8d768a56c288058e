import type { Ms, Px } from '../../shared/units.js'
import type { Dice } from './start-dice.js'

/**
 * How long a bot takes for a way: the same each time, drawn each time, as its speed asks, or by Fitts' law (1954), which good
 * humanisers know.
 */
export function drawDuration({ uniform, pick }: Dice): (way: Px) => Ms {
  const fixed = uniform(200, 1200)
  const speed = uniform(0.3, 2)
  const perBit = uniform(80, 200)
  return pick<(way: Px) => Ms>([
    () => fixed,
    () => fixed * uniform(0.7, 1.4),
    (way) => Math.max(60, way / speed),
    (way) => (100 + perBit * Math.log2(way / 30 + 1)) * uniform(0.85, 1.2),
  ])
}
