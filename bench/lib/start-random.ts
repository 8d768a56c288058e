import { startRandom as start } from '../../shared/features/testing/random.js'

/**
 * Random numbers that are the same for a seed, on every machine: those of the tests.
 *
 * @returns a draw from [0, 1)
 */
export const startRandom = (seed: number): (() => number) => start(seed).next
