import { measures } from '../measures/index.js'
import type { Measure } from '../measures/measure.js'
import type { EmitPosted, PostedGestures } from '../measures/posted-gesture.js'

/** What is larger is no time, length or count of a person's: as the collector's features have it. */
const HUGE = 1e9

type Hearer = readonly [Measure, at: number]

/** Those that hear a kind of gesture, with their places in the list. */
const hearersOf = (kind: keyof PostedGestures): readonly Hearer[] =>
  measures.flatMap((measure, at): Hearer[] => (measure.hears === kind ? [[measure, at]] : []))

const hearers: Readonly<Record<keyof PostedGestures, readonly Hearer[]>> = {
  press: hearersOf('press'),
  key: hearersOf('key'),
  wheel: hearersOf('wheel'),
  page: hearersOf('page'),
  any: hearersOf('any'),
  deed: hearersOf('deed'),
}

/** Adds what the measures make of each gesture to their sums. @param sums of each measure, in the order of the list: changed */
export const addMeasured =
  (sums: readonly Float64Array[]): EmitPosted =>
  (kind, gesture) => {
    for (const [{ statistic, measure }, at] of hearers[kind]) {
      const measurement = measure(gesture)
      const [x, y] = typeof measurement === 'object' ? measurement : [+measurement, 0]
      if (Math.abs(x) < HUGE && Math.abs(y) < HUGE) statistic.add(sums[at]!, x, y)
    }
  }
