import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** 0: signed by a device key · 1: unsigned, from a page without `crypto.subtle` · 2: unsigned, though the page's origin has it. */
export const deviceAssurance = {
  id: 'device.assurance',
  observe({ evidence }): Observation {
    if (!evidence) return unsupported
    if (evidence.signed) return seen(0)
    return seen(evidence.secureOrigin ? 2 : 1)
  },
} as const satisfies Fact
