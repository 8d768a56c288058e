import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Share of the proof of work that was done. Slow devices and hidden tabs leave some unfinished. */
export const powCredit = {
  id: 'pow.credit',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.credit) : unsupported),
} as const satisfies Fact
