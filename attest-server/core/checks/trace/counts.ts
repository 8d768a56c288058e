import type { Tally } from '../../../../shared/features/reading/tally.js'
import { countOf, tallyOfKinds } from '../../../../shared/trace/follows.js'
import type { TraceRule } from './trace-rule.js'

/** Summary and trace are of the same events: not one more, and not one less. */
export const counts: readonly TraceRule[] = Object.entries(tallyOfKinds).map(([name, kinds]) => ({
  name: `${name} are those of the trace`,
  holds: ({ commitment: { sums }, tally }) => countOf(sums, kinds) === tally[name as keyof Tally],
}))
