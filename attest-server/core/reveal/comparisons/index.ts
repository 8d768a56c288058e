import type { Comparison } from './comparison.js'
import { continuity } from './continuity.js'
import { hiddenRest } from './hidden-rest.js'
import { repetition } from './repetition.js'

/** All that the slices of an honest trace obey, beyond being those that were committed to. */
export const comparisons: readonly Comparison[] = [...continuity, ...hiddenRest, ...repetition]
