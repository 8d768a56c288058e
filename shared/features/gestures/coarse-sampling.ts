import type { Ms } from '../../units.js'

/** Slower sampling (remote desktops, recorders that thin out) shows where the hand went, not how. */
export const coarseSampling: Ms = 45
