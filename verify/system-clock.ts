import type { EpochSeconds } from '../shared/units.js'

/** The time of day where no other clock is given. */
export const systemClock = (): EpochSeconds => Math.floor(Date.now() / 1000)
