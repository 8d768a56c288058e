import type { Share } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'

/** What each round of the challenge screen costs, as a multiple of what a page is asked for when it loads. */
const EFFORT: Readonly<Record<Round, number>> = { 0: 1, 1: 4, 2: 8 }

export const MOST_EFFORT = Math.max(...Object.values(EFFORT))

export const effortOf = (round: Round): number => EFFORT[round]

/** A quarter of a page load's work. Slow phones do that in their two seconds; at 65,000 hashes apiece nobody fills a disk unnoticed. */
const PAID: Share = 0.25

/**
 * Whether evidence has cost enough to be remembered for long. What has not is weighed like any other: only its traces go sooner, so
 * that a flood of it cannot fill the disk.
 * @param effort the share that was done of what this challenge asked for, times its round: at a higher price the same takes more hashes.
 */
export const hasPaid = (effort: number): boolean => effort >= PAID

/**
 * Work done to answer the challenge screen, as a multiple of what a page is asked for when it loads; 0 where no screen asked. In
 * absolute terms, for a slow phone does a third of round 1 in the time that it has, and that is still more than loading costs.
 * @param effort with the price of the challenge in it: who was asked for more and did as much has answered as well.
 */
export const answerOf = (round: Round, effort: number): number => (round === 0 ? 0 : effort)
