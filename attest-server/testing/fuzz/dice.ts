import { startRandom } from '../../../shared/features/testing/random.js'

/** Chance that is the same for a seed and a number, so that one request of a run can be made again by its number. */
export interface Dice {
  /** From 0 up to 1. */
  next(): number
  /** Whether something that happens so often does. */
  chance(share: number): boolean
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** Of letters that need no escaping anywhere. */
  word(length: number): string
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function diceOf(seed: number, number: number): Dice {
  const { next } = startRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    chance: (share) => next() < share,
    below,
    pick: (list) => list[below(list.length)]!,
    word: (length) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join(''),
  }
}
