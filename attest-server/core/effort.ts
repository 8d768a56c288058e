import type { Share } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'

/** What each round of the challenge screen costs, as a multiple of what a page is asked for when it loads. */
const EFFORT: Readonly<Record<Round, number>> = { 0: 1, 1: 4, 2: 8 }

export const effortOf = (round: Round): number => EFFORT[round]

/**
 * Work done to answer the challenge screen, as a multiple of what a page is asked for when it loads; 0 where no screen asked. In
 * absolute terms, for a slow phone does a third of round 1 in the time that it has, and that is still more than loading costs.
 */
export const answerOf = (round: Round, credit: Share): number => (round === 0 ? 0 : credit * EFFORT[round])
