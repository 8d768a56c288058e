import type { InputEvent } from '../../../shared/features/input-event.js'
import { createChooser } from '../../hands/chooser.js'
import type { Meter } from '../harness/meter.js'
import { backedBy } from './backing.js'
import { signUpTrace } from './hand.js'
import { readTrace, SAFE, summarise } from './summary.js'
import type { Visit } from './visit.js'

type Part = Pick<Visit, 'summary' | 'backing' | 'lasts'>

/** The summary of a trace and what stands behind it, by the collector's own code, which takes the time that the trace takes. */
function partOf(events: readonly InputEvent[]): Part {
  const lasts = Math.ceil((events.at(-1)?.t ?? 0) + 40)
  const { readings, tally } = readTrace(events, lasts)
  return { summary: summarise(readings, tally), backing: backedBy(events), lasts }
}

const DRAWS = 20

/** The card is public: whatever a forger makes, they draw it again until it passes. @param make with a number for each draw */
export function passing(make: (draw: number) => readonly InputEvent[], meter: Meter): Part {
  const visitOf = (draw: number) => meter.spend(() => partOf(make(draw)))
  let best = visitOf(0)
  for (let draw = 1; draw < DRAWS && best.summary.llr > SAFE; draw++) {
    const next = visitOf(draw)
    if (next.summary.llr < best.summary.llr) best = next
  }
  return best
}

/** Of so few events nothing is asked. */
const FEW = 15

/** The beginning of such a visit, with so little in it that nobody asks to see it. */
export const briefVisit = (seed: string, meter: Meter): Part =>
  passing((draw) => signUpTrace(createChooser(`${seed} ${draw}`)).slice(0, FEW), meter)

/** A visit of a person who never was. @param seed another one, another person */
export const personVisit = (seed: string, meter: Meter): Part => passing((draw) => signUpTrace(createChooser(`${seed} ${draw}`)), meter)
