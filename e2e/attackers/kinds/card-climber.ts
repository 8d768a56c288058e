import { type FeatureId, features } from '../../../shared/features/index.js'
import { type Observation, seen } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import { type Chooser, createChooser } from '../../hands/chooser.js'
import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { llrOf, type Readings, summarise, tallyOf } from '../means/summary.js'
import { visit } from '../means/visit.js'

/** As much of everything as any feature needs, and more. */
const TALLY = tallyOf({
  ...{ elapsed: 64_000, moves: 1900, presses: 24, releases: 24, clicks: 24, wheels: 90, scrolls: 420, keys: 160, inputs: 150 },
  ...{ pastes: 1, submits: 2, focuses: 12, hides: 1 },
})

const STEPS = 400
/** Below what the server's own rows can take back; a climb that ends above it ended on a hill of its own, and begins anew. */
const SAFE = -3
const CLIMBS = 5

/** Any value that the wire has a code for. */
function drawOne({ between, pick }: Chooser): readonly [FeatureId, Observation<number>] {
  const { id, range } = pick(features)
  const [min, max] = range
  // Most ranges are far wider than what is usual: small values are tried as often as large ones.
  return [id, seen(onScale(min + (max - min) * between(0, 1) ** pick([1, 3, 6]), range))]
}

/** Hill climbing on the card that every browser is given: a change stays where the sum falls. */
function climb(chooser: Chooser): Readings {
  let best: Readings = new Map(Array.from({ length: 40 }, () => drawOne(chooser)))
  let least = llrOf(best)
  for (let i = 0; i < STEPS; i++) {
    const next = new Map([...best, drawOne(chooser)])
    const llr = llrOf(next)
    if (llr > least) continue
    best = next
    least = llr
  }
  return best
}

function fitToCard(seed: string): Readings {
  let best = climb(createChooser(`${seed} 0`))
  for (let i = 1; i < CLIMBS && llrOf(best) > SAFE; i++) best = climb(createChooser(`${seed} ${i}`))
  return best
}

export const cardClimber: Attacker = {
  name: 'card-climber',
  does: 'fits summaries to the public card offline, from a new beginning each time',
  residual: {
    why: 'what no hand could have made is not refused unless an identity names it; until summaries are held to those and to revealed slices',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const make = (n: number) => summarise(fitToCard(`climber ${n}`), TALLY)
    return { attempt: (n) => visit(target, { summary: target.meter.spend(() => make(n)), address: n }) }
  },
}
