import type { Observation } from '../../observation.js'
import type { Emit, Gestures } from '../gestures/gesture.js'
import { startGestures } from '../gestures/start-gestures.js'
import { type FeatureId, features } from '../index.js'
import type { InputEvent } from '../input-event.js'
import type { Feature } from './feature.js'
import type { Sums } from './merge-sums.js'
import { readFeatures, readNothing } from './read-features.js'

/** What is larger is no time, length or count of a person's, and its square would drown all others. NaN and Infinity are not below it. */
const HUGE = 1e9

type Hearer = readonly [Feature, Float64Array]

function add([feature, sums]: Hearer, gesture: Gestures[keyof Gestures]): void {
  const measurement = feature.measure(gesture)
  const isPair = typeof measurement === 'object'
  // By index: to take an array apart makes an iterator, each time.
  const x = isPair ? measurement[0] : (measurement as number)
  const y = isPair ? measurement[1] : 0
  // An answer, 0 or 1, may be a boolean.
  if (Math.abs(x) < HUGE && Math.abs(y) < HUGE) feature.statistic.add(sums, +x, y)
}

interface Accumulation {
  push(event: InputEvent): void
  /** Events were dropped here: what comes next does not follow from what came before. What was measured stays. */
  lose(): void
  readonly sums: Sums
}

function startAccumulation(also: Emit | undefined): Accumulation {
  const list: readonly Feature[] = features
  const sums = list.map(({ statistic }) => new Float64Array(statistic.size))
  const hearers = new Map<keyof Gestures, Hearer[]>()
  for (const [i, feature] of list.entries())
    for (const kind of feature.hears) {
      const others = hearers.get(kind) ?? []
      others.push([feature, sums[i]!])
      hearers.set(kind, others)
    }
  const emit: Emit = (kind, gesture) => {
    for (const hearer of hearers.get(kind) ?? []) add(hearer, gesture)
    also?.(kind, gesture)
  }
  let hear = startGestures(emit)
  return {
    push: (event) => hear(event),
    lose() {
      hear = startGestures(emit)
    },
    sums,
  }
}

/**
 * All features at once. The same events give the same readings, however they are batched and whenever they are read. Nothing is made before
 * the first event: the first verdict of most pages comes sooner.
 * @param also hears of every gesture, at once
 */
export function startFeatures(also?: Emit): Accumulation & { read(): ReadonlyMap<FeatureId, Observation<number>> } {
  let accumulation: Accumulation | undefined
  const begun = () => {
    accumulation ??= startAccumulation(also)
    return accumulation
  }
  return {
    push: (event) => begun().push(event),
    lose: () => accumulation?.lose(),
    read: () => (accumulation ? readFeatures(accumulation.sums) : readNothing()),
    get sums() {
      return begun().sums
    },
  }
}
