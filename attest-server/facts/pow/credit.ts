import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/**
 * Share of a page load's proof of work that was done. Slow devices and hidden tabs leave some unfinished; what the challenge screen asks
 * for beyond is not held against them.
 */
export const powCredit = {
  id: 'pow.credit',
  observe: ({ evidence }): Observation => (evidence ? seen(Math.min(1, evidence.effort)) : unsupported),
} as const satisfies Fact
