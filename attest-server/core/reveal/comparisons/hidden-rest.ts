import { fits } from '../../checks/trace/room.js'
import { areOfSteps } from '../../checks/trace/steps.js'
import type { Comparison } from './comparison.js'

/**
 * What is not shown has to be possible as well, part by part: else all that was made up would lie in one slice, which is hardly ever asked for.
 */
export const hiddenRest: readonly Comparison[] = [
  { name: 'what is not shown has room', holds: ({ beside, leaves }) => beside.every((span) => fits(span, leaves)) },
  { name: 'what is not shown may be of steps', holds: ({ beside }) => beside.every(({ sums }) => areOfSteps(sums)) },
]
