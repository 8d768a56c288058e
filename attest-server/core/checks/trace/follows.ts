import { movementIntervalVariation } from '../../../../shared/features/movement/movement-interval-variation.js'
import { featuresOf } from '../../../../shared/trace/follows.js'
import { traceFeatures } from '../../../../shared/trace/trace-features.js'
import type { CommittedSummary, TraceRule } from './trace-rule.js'

const followedIn = ({ commitment: { sums } }: CommittedSummary, id: string) => featuresOf(sums).find((one) => one.id === id)!

/** Where the page is zoomed, whole pixels measure a little more or less than the summary has: what is not there says nothing. */
const near = ({ id }: (typeof traceFeatures)[number]): TraceRule => ({
  name: `${id} is that of the trace`,
  holds(summary) {
    const [said, { value, within }] = [summary.value(id), followedIn(summary, id)]
    return said === undefined || Number.isNaN(value) || Math.abs(said - value) <= within
  },
})

/** How many steps there are depends on no pixel. */
const { id: exact } = movementIntervalVariation

/** What the summary says of steps is what the totals of the trace say of them, as far as whole pixels and milliseconds can tell. */
export const follows: readonly TraceRule[] = [
  ...traceFeatures.map(near),
  {
    name: `${exact} is there with the trace’s`,
    holds: (summary) => (summary.value(exact) !== undefined) === !Number.isNaN(followedIn(summary, exact).value),
  },
]
