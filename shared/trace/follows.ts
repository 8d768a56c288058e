import type { Tally } from '../features/reading/tally.js'
import { traceFeatures } from './trace-features.js'
import { type TraceKind, traceKinds } from './trace-kinds.js'
import { featureSums, type TraceSums } from './trace-sums.js'

/** What the summary has to say of the same visit as the trace's totals: these counts, to the last one. Both count what came of what was trusted. */
export const tallyOfKinds = {
  moves: ['step', 'move', 'still'],
  presses: ['down'],
  releases: ['up'],
  clicks: ['click'],
  wheels: ['wheel'],
  scrolls: ['scroll'],
  keys: ['key-down'],
  inputs: ['input'],
} as const satisfies Partial<Record<keyof Tally, readonly TraceKind[]>>

/** @param kinds how many samples there are of them together */
export const countOf = (sums: TraceSums, kinds: readonly TraceKind[]): number =>
  kinds.reduce((count, kind) => count + sums[traceKinds.indexOf(kind)]!, 0)

type FollowedId = (typeof traceFeatures)[number]['id']

/** How far a feature of the trace may lie from the summary's, because the trace has whole px and whole ms. Of the feature's own sums. */
const within: Readonly<Record<FollowedId, (sums: Float64Array) => number>> = {
  // Rounded, a time between two steps is another by less than 1 ms, and so is its spread; the mean stays.
  'input.movement-interval-variation': ([n, time]) => (1.05 * n!) / time!,
  // Measured on recordings and on movements of programs, on pages of any zoom (`bench/traces.test.ts`): a line that is ruled in steps below a px is none in eighths.
  'input.movement-even-steps': () => 0.5,
  'input.movement-turn-entropy': () => 0.6,
}

/** A feature as the trace has it. */
export interface Followed {
  readonly id: FollowedId
  /** NaN where there is too little. */
  readonly value: number
  /** Of the summary's value, at most so far. */
  readonly within: number
}

/** The features that follow from a trace's totals. */
export function featuresOf(totals: TraceSums): readonly Followed[] {
  const sums = featureSums(Float64Array.from(totals))
  return traceFeatures.map(({ id, statistic }, i) => ({ id, value: statistic.read(sums[i]!), within: within[id](sums[i]!) }))
}
