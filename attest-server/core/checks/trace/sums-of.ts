import { type TraceKind, traceKinds } from '../../../../shared/trace/trace-kinds.js'
import type { TraceSums } from '../../../../shared/trace/trace-sums.js'

/** How many samples of one kind there are. */
export const countOf = (sums: TraceSums, kind: TraceKind): number => sums[traceKinds.indexOf(kind)]!

/** How many samples there are. */
export const samplesIn = (sums: TraceSums): number => traceKinds.reduce((all, _, i) => all + sums[i]!, 0)
