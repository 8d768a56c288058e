import type { ObservationId, Observations } from '../../shared/observation.js'
import type { Share } from '../../shared/units.js'
import { tellIds, tellShapes } from '../../shared/wire/tells.js'

/** What every collector has a value for by its first verdict, in whatever browser, unless it had no time or something broke. */
const sure: readonly ObservationId[] = tellIds.filter((id) => tellShapes[id].always && tellShapes[id].atLoad)

/** From here on, evidence says next to nothing of the visitor. */
const SILENT: Share = 0.5

/** The share of the tells that always have a value and have none here. Ids that an older collector does not know do not count. */
export function silenceOf(observations: Observations): Share {
  const sent = sure.flatMap((id) => observations.get(id) ?? [])
  return sent.length === 0 ? 1 : sent.filter(({ state }) => state !== 'ok').length / sent.length
}

export const isSilent = (observations: Observations): boolean => silenceOf(observations) >= SILENT
