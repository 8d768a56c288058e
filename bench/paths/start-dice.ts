import { startRandom } from '../../shared/features/testing/random.js'

export interface Dice {
  uniform(from: number, to: number): number
  normal(mean: number, deviation: number): number
  /** Both ends included. */
  integer(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
}

/** Seeded: the same seed throws the same. */
export function startDice(seed: number): Dice {
  const { uniform, normal } = startRandom(seed)
  const integer = (from: number, to: number) => Math.min(to, Math.floor(uniform(from, to + 1)))
  return {
    uniform,
    normal,
    integer,
    chance: (probability) => uniform(0, 1) < probability,
    pick: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
  }
}
