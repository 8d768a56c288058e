import { counts } from './counts.js'
import { follows } from './follows.js'
import { room } from './room.js'
import { steps } from './steps.js'
import { times } from './times.js'
import type { TraceRule } from './trace-rule.js'

/** All that holds between a summary and the trace that it commits to, before any of that is shown. */
export const traceRules: readonly TraceRule[] = [...counts, ...room, ...times, ...steps, ...follows]
