import { type FeatureId, features } from '../../../shared/features/index.js'
import { type Observation, seen } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import { idealSummary, idealTally } from '../../support/forging/forged-evidence.js'
import type { Attacker } from '../harness/attacker.js'
import { thin } from '../means/possible.js'
import { PRICE } from '../means/price.js'
import { summarise, tallyOf } from '../means/summary.js'
import { visit } from '../means/visit.js'

const readings = new Map<FeatureId, Observation<number>>(
  features.flatMap(({ id, range }) => {
    const value = idealSummary[id]
    return value === undefined ? [] : [[id, seen(onScale(value, range))] as const]
  }),
)
const tally = tallyOf(idealTally)
const summary = summarise(thin(readings, tally), tally)

export const idealForger: Attacker = {
  name: 'ideal-forger',
  does: 'has read our source, and posts the same ideal summary each time, too thin to leave a sketch',
  residual: {
    why: 'what says too little to be told from others is compared with nothing: people say as little; until a summary has to show what it was made of',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return { attempt: (n) => visit(target, { summary, address: n }) }
  },
}
