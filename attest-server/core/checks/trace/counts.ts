import type { Tally } from '../../../../shared/features/reading/tally.js'
import type { TraceKind } from '../../../../shared/trace/trace-kinds.js'
import { countOf } from './sums-of.js'
import type { TraceRule } from './trace-rule.js'

/** What the tally counts, and the kinds of samples that are the same events. Both leave out what a script made. */
const same: Readonly<Partial<Record<keyof Tally, readonly TraceKind[]>>> = {
  moves: ['step', 'move'],
  presses: ['down'],
  releases: ['up'],
  clicks: ['click'],
  wheels: ['wheel'],
  scrolls: ['scroll'],
  keys: ['key-down'],
  inputs: ['input'],
}

/** Summary and trace are of the same events: not one more, not one less. */
export const counts: readonly TraceRule[] = Object.entries(same).map(([name, kinds]) => ({
  name: `${name} are those of the trace`,
  holds: ({ commitment: { sums }, tally }) => kinds.reduce((sum, kind) => sum + countOf(sums, kind), 0) === tally[name as keyof Tally],
}))
