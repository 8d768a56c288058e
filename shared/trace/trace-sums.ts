import type { Step } from '../features/gestures/gesture.js'
import type { Feature } from '../features/reading/feature.js'
import { type Before, MAX_LATE, type Sample, type Slice } from './slice.js'
import { traceFeatures } from './trace-features.js'
import { hasPlace, traceKinds } from './trace-kinds.js'

/** What slices sum up to, whole numbers from 0, by position; the sums of two slices are those of each, added. */
export type TraceSums = readonly number[]

const list: readonly Feature<'step'>[] = traceFeatures

/** First how many samples there are of each kind, steps before all others: what features follow from … */
export const STEPS = 0
/** … then how many ms they took, silences and all … */
export const DURATION = traceKinds.length
/** … and then the sums of the features, of which each has a few (`Feature.statistic`). */
const FEATURES = DURATION + 1
/** How many there are. `trace-sum-keys.ts` names them. */
export const SUMS: number = list.reduce((count, { statistic }) => count + statistic.size, FEATURES)

/** The sums of each feature, in the order of the list. */
export function featureSums(sums: Float64Array): readonly Float64Array[] {
  let end = FEATURES
  return list.map(({ statistic: { size } }) => {
    end += size
    return sums.subarray(end - size, end)
  })
}

export interface Summing {
  add(sample: Sample): void
  /** Of what was added. */
  readonly sums: Float64Array
  /** Where the last sample has left the pointer. Goes on being changed. */
  readonly last: Before
}

/** Sums up samples, one after another; where a slice ends and another begins makes no difference. */
export function startSumming(before: Before): Summing {
  const sums = new Float64Array(SUMS)
  const parts = featureSums(sums)
  const last = { age: before.age, late: before.late, dx: before.dx, dy: before.dy }
  // Of a step, what these features look at.
  const step = { dt: 0, length: 0, turn: 0, before: 0 }

  const measureStep = (dx: number, dy: number) => {
    step.dt = Math.max(0, last.age)
    step.length = Math.sqrt(dx * dx + dy * dy)
    // What is 0 long has no direction.
    step.before = Math.sqrt(last.dx * last.dx + last.dy * last.dy) || Number.NaN
    step.turn = step.length && step.before ? Math.atan2(last.dx * dy - last.dy * dx, last.dx * dx + last.dy * dy) : Number.NaN
    for (let i = 0; i < list.length; i++) {
      const { measure, statistic } = list[i]!
      // An answer, 0 or 1, may be a boolean.
      const measured = +(measure(step as Step) as number | boolean)
      if (!Number.isNaN(measured)) statistic.add(parts[i]!, measured, 0)
    }
  }

  return {
    sums,
    last,
    add({ kind, dt, dx, dy }) {
      const number = traceKinds.indexOf(kind)
      sums[number]!++
      sums[DURATION]! += Math.max(0, dt - last.late)
      last.late = Math.min(MAX_LATE, Math.max(0, last.late - dt))
      last.age = Math.min(MAX_LATE, Math.max(-MAX_LATE, last.age + dt))
      if (!hasPlace(number)) return
      if (kind === 'step') measureStep(dx, dy)
      last.age = 0
      last.dx = kind === 'step' ? dx : 0
      last.dy = kind === 'step' ? dy : 0
    },
  }
}

/** What one slice sums up to, and how the next one has to begin. */
export function sumSlice({ before, samples }: Slice): { readonly sums: TraceSums; readonly after: Before } {
  const { add, sums, last } = startSumming(before)
  for (const sample of samples) add(sample)
  return { sums: [...sums], after: last }
}

/** How many samples there are, of whatever kind. */
export const samplesIn = (sums: TraceSums): number => sums.slice(0, DURATION).reduce((all, count) => all + count, 0)

/** A loop: the page's thread may do this 63 times at once, and nothing of it has run before. */
export function addSums(a: TraceSums, b: TraceSums): TraceSums {
  const sums = []
  for (let i = 0; i < SUMS; i++) sums.push(a[i]! + b[i]!)
  return sums
}
