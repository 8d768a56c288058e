import { type Observation, type ObservationId, type Observations, seen } from '../../../../shared/observation.js'
import { visitOf } from '../../kinds/visit.js'
import type { SessionState } from '../session/session-state.js'

/** Nobody posts that a form was sent, or that something was pasted. */
const UNKNOWN: readonly ObservationId[] = ['visit.submits', 'visit.pastes']

/** What was done, and what the pages are for, in the words of the kinds (`visit.*`). It weighs nothing in any score. */
export function visitOfSession({ counts, clock, purposes }: SessionState): Observations {
  const nothing = { wheels: 0, releases: 0, clicks: 0, pastes: 0, submits: 0, focuses: 0, hides: 0, untrusted: 0, lost: 0 }
  const { mousemove: moves, click: presses, scroll: scrolls, keydown: keys } = counts
  const tally = { ...nothing, elapsed: clock.now ?? 0, moves, presses, scrolls, keys, inputs: keys }
  const visit = new Map<ObservationId, Observation>(visitOf('', tally))
  for (const id of [...UNKNOWN, 'visit.untrusted' as const]) visit.delete(id)
  for (const purpose of purposes) visit.set(`visit.${purpose}`, seen(true))
  return visit
}
