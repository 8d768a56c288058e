import type { FeatureId } from '../../../shared/features/index.js'
import type { InputEvent } from '../../../shared/features/input-event.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import { type Chooser, createChooser } from '../../hands/chooser.js'
import { type Reach, signUpTrace } from './hand.js'
import { vary } from './possible.js'
import { llrOf, type Readings, readTrace, SAFE } from './summary.js'

const STEPS = 150
/** A climb that ends above what is safe ended on a hill of its own, and begins anew. */
const CLIMBS = 5
/** What the page says of its age. */
const ELAPSED = 9000

/** Numbers that no hand has made, and the events with which the climb began. */
export interface Fitted {
  readonly readings: Readings
  readonly tally: Tally
  readonly events: readonly InputEvent[]
  readonly llr: number
}

/** Hill climbing on the card that every browser is given: a change that a visit could have stays where the sum falls. */
function climb(chooser: Chooser, reach: Reach, kept: ReadonlySet<string>): Fitted {
  const events = signUpTrace(chooser, reach)
  const { readings, tally } = readTrace(events, ELAPSED)
  let [best, least]: [Readings, number] = [readings, llrOf(readings)]
  for (let i = 0; i < STEPS; i++) {
    const next = vary(best, tally, chooser, 1, kept)
    const llr = llrOf(next)
    if (llr > least) continue
    best = next
    least = llr
  }
  return { readings: best, tally, events, llr: least }
}

/** @param reach how the pointer of the beginning moves @param kept what is left as it was there */
export function fitToCard(seed: string, reach: Reach, kept: ReadonlySet<FeatureId> = new Set()): Fitted {
  let best = climb(createChooser(`${seed} 0`), reach, kept)
  for (let i = 1; i < CLIMBS && best.llr > SAFE; i++) {
    const next = climb(createChooser(`${seed} ${i}`), reach, kept)
    if (next.llr < best.llr) best = next
  }
  return best
}
