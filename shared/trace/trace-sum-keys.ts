import { traceFeatures } from './trace-features.js'
import { traceKinds } from './trace-kinds.js'

/** The sums of a trace by name, for people: how many samples of each kind, the time that they took in ms, and the sums of each feature. The order is the wire's. */
export const traceSumKeys: readonly string[] = [
  ...traceKinds,
  'duration',
  ...traceFeatures.flatMap(({ id, statistic }) => Array.from({ length: statistic.size }, (_, i) => `${id}/${i}`)),
]
