import type { EpochSeconds } from '../../../shared/units.js'

/** `2026-11-21T22:20:30.000Z` */
export const timestamp = (at: EpochSeconds): string => new Date(at * 1000).toISOString()
