import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Seconds } from '../../../shared/units.js'
import type { Fact } from '../fact.js'

/** A collector that got nowhere tried for about 2 s first; one that had no time at all never tried. */
const AT_ONCE: Seconds = 0.5
/** Clocks and timers are no finer. */
const LEAST_AGE: Seconds = 0.001

/**
 * Expected millions of hashes for each second since the challenge was issued; −1 for work that was given up at once. One worker of a
 * browser does 0.2 to 2.3, native code with wide registers about 31 on each core.
 */
export const powPace = {
  id: 'pow.pace',
  observe({ evidence }): Observation {
    if (!evidence) return unsupported
    const { work, challengeAge } = evidence
    if (work === 0) return seen(challengeAge < AT_ONCE ? -1 : 0)
    return seen(work / Math.max(LEAST_AGE, challengeAge) / 1e6)
  },
} as const satisfies Fact
