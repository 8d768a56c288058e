import { type FeatureId, features } from '../../../shared/features/index.js'
import { type Observation, seen } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import { idealSummary, idealTally } from '../../support/forging/forged-evidence.js'
import type { Attacker } from '../harness/attacker.js'
import { madeUp } from '../means/made-up.js'
import { thin } from '../means/possible.js'
import { summarise, tallyOf } from '../means/summary.js'
import { visit } from '../means/visit.js'

const readings = new Map<FeatureId, Observation<number>>(
  features.flatMap(({ id, range }) => {
    const value = idealSummary[id]
    return value === undefined ? [] : [[id, seen(onScale(value, range))] as const]
  }),
)
const tally = tallyOf(idealTally)
const thinned = thin(readings, tally)
const summary = summarise(thinned, tally)

export const idealForger: Attacker = {
  name: 'ideal-forger',
  does: 'has read our source, and posts the same ideal summary each time, too thin to leave a sketch, with a commitment that fits it',
  async start(target) {
    return { attempt: (n) => visit(target, { summary, backing: madeUp(thinned, tally, `ideal ${n}`), address: n }) }
  },
}
