import { measures } from '../measures/index.js'
import type { Measure } from '../measures/measure.js'
import type { EmitPosted } from '../measures/posted-gesture.js'

/** What is larger is no time, length or count of a person's: as the collector's features have it. */
const HUGE = 1e9

const starts = measures.map((_, i) => measures.slice(0, i).reduce((sum, { statistic }) => sum + statistic.size, 0))

function add(flat: number[], { statistic, measure }: Measure, start: number, gesture: Parameters<Measure['measure']>[0]): void {
  const measurement = measure(gesture)
  const [x, y] = typeof measurement === 'object' ? measurement : [+measurement, 0]
  if (!(Math.abs(x) < HUGE && Math.abs(y) < HUGE)) return
  const sums = Float64Array.from(flat.slice(start, start + statistic.size))
  statistic.add(sums, x, y)
  for (const [i, sum] of sums.entries()) flat[start + i] = sum
}

/** Adds what the measures make of each gesture to their sums. @param flat the sums of all, end to end: changed */
export const addMeasured =
  (flat: number[]): EmitPosted =>
  (kind, gesture) => {
    for (const [i, measure] of measures.entries()) if (measure.hears === kind) add(flat, measure, starts[i]!, gesture)
  }
