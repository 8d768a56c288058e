import type { EpochSeconds } from '../../../shared/units.js'
import type { VerdictClaims } from '../../../shared/wire/verdict.js'

const cents = (share: number): number => Math.round(share * 100) / 100

/** reCAPTCHA's direction: 1 is a person. Ours is P(automated). */
export const humanScore = ({ score }: VerdictClaims): number => cents(1 - score)

/** hCaptcha's: 1 is a confirmed threat. */
export const riskScore = ({ score }: VerdictClaims): number => cents(score)

export const hostnameOf = ({ origin }: VerdictClaims): string => new URL(origin).hostname

/** `2026-11-21T22:20:30Z` */
export const timestamp = (at: EpochSeconds): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`

/** `2026-11-21T22:20:30.000Z` */
export const preciseTimestamp = (at: EpochSeconds): string => new Date(at * 1000).toISOString()
