import type { Label, LabelName } from '../../../stores/ports.js'
import type { NeighbourIndex, RequestLabel } from './neighbour-index.js'

const labels: Readonly<Record<LabelName, RequestLabel>> = {
  bot: { invalid: true },
  person: { invalid: false },
  converted: { converted: true },
  'not-converted': { converted: false },
}

/** What a label of the port says to an index. */
export const labelOf = (name: LabelName): RequestLabel => labels[name]

/**
 * Tells an index that was restored what was reported since it was kept. Labels of requests that it does not know say nothing.
 * @param newestFirst as the port lists them
 */
export function replayLabels(index: NeighbourIndex, newestFirst: readonly Label[]): void {
  for (const { subject, label, at } of [...newestFirst].reverse()) index.label(subject, labelOf(label), at)
}
