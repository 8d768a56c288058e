import type { Ms } from '../../shared/units.js'

/** Resolves after so long; 0 gives all other tasks their turn. */
export const after = (time: Ms): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, time))
