import type { Ms } from './units.js'

/** One frame of 60 Hz in whole µs: the step of all times in a Firefox with `privacy.resistFingerprinting`, as seen in Firefox 153. */
export const frameStep: Ms = 16.667
