import { neighbourEvidence } from './neighbour-evidence.js'
import type { NeighbourIndex } from './neighbour-index.js'

/** Mean log loss, in nats a label; lower is better. */
export interface LeaveOneOut {
  /** Of how many labelled requests look-alikes had anything to say. */
  readonly judged: number
  /** Of the base rate alone, for those. */
  readonly base: number
  /** With the look-alikes' evidence. Above `base`, labels are noise and neighbours should not weigh. */
  readonly neighbours: number
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const loss = (probability: number, is: boolean): number => -Math.log(is ? probability : 1 - probability)

/**
 * Whether look-alikes would have told: each labelled request is judged as if its own label were not known, by the same evidence that
 * scores. Walks over all labels: for reports, not for requests.
 */
export function leaveOneOut(index: NeighbourIndex): LeaveOneOut {
  const { totals } = index
  const prior = Math.log((totals.inv + 1) / (totals.ok + 1))
  let judged = 0
  let base = 0
  let neighbours = 0
  for (const { id, tokens, label } of index.labelled()) {
    if (label.invalid === undefined) continue
    const { near, all } = index.query(tokens, id)
    const evidence = neighbourEvidence(near, all)
    if (evidence.state !== 'ok') continue
    judged++
    base += loss(logistic(prior), label.invalid)
    neighbours += loss(logistic(prior + evidence.value), label.invalid)
  }
  return { judged, base: judged && base / judged, neighbours: judged && neighbours / judged }
}
