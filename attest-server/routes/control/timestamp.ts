import type { EpochSeconds } from '../../../shared/units.js'

/** `2026-11-21T22:20:30Z` */
export const timestamp = (at: EpochSeconds): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`
