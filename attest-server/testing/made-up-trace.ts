import { movementIntervalVariation } from '../../shared/features/movement/movement-interval-variation.js'
import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observations } from '../../shared/observation.js'
import { tallyOfKinds } from '../../shared/trace/follows.js'
import { HASH_BYTES } from '../../shared/trace/merkle-sum-tree.js'
import { MAX_SLICE_BYTES, MAX_SLICES } from '../../shared/trace/slice.js'
import { commitmentOver } from '../../shared/trace/testing/commit-now.js'
import { traceSumKeys } from '../../shared/trace/trace-sum-keys.js'

/** So many steps, each of a frame, show how much their times vary. */
const STEPS = 30
const FRAME = 16
const MOST_SAMPLES = MAX_SLICE_BYTES / 2

type Sums = Readonly<Record<string, number>>

/** Sums of steps whose times vary so much. */
function stepSums(variation: number): Sums {
  const time = FRAME * STEPS
  const squares = Math.round((FRAME * variation) ** 2 * (STEPS - 1) + time ** 2 / STEPS)
  const { id } = movementIntervalVariation
  return { [`${id}/0`]: STEPS, [`${id}/1`]: time, [`${id}/2`]: squares }
}

/** The kind of each sample, steps first. */
function samplesOf(tally: Partial<Tally>, steps: number): readonly string[] {
  const others = Object.entries(tallyOfKinds).flatMap(([name, kinds]) => {
    const count = (tally[name as keyof Tally] ?? 0) - (name === 'moves' ? steps : 0)
    return Array<string>(count).fill(kinds.at(-1)!)
  })
  return [...Array<string>(steps).fill('step'), ...others]
}

/** How many of each kind there are in some slices. */
function countsIn(samples: readonly string[]): Sums {
  const counts: Record<string, number> = {}
  for (const kind of samples) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Slices, each as full as can be; of too many, the first holds what is left. */
function inSlices(samples: readonly string[]): Sums[] {
  const first = Math.max(MOST_SAMPLES, samples.length - (MAX_SLICES - 1) * MOST_SAMPLES)
  const slices: Sums[] = samples.length === 0 ? [] : [countsIn(samples.slice(0, first))]
  for (let from = first; from < samples.length; from += MOST_SAMPLES) slices.push(countsIn(samples.slice(from, from + MOST_SAMPLES)))
  return slices
}

/** A commitment that fits findings which were made up: nothing stands behind it, and none of it can be shown. */
export function madeUpTrace(observations: Observations, tally: Partial<Tally>): string {
  const variation = observations.get(movementIntervalVariation.id)
  const isKnown = variation?.state === 'ok'
  const [first, ...others] = inSlices(samplesOf(tally, isKnown ? STEPS : 0))
  const slices = first ? [{ ...first, ...(isKnown ? stepSums(Number(variation.value)) : {}) }, ...others] : []
  const hash = new Uint8Array(HASH_BYTES)
  return commitmentOver(slices.map((sums: Sums) => ({ hash, sums: traceSumKeys.map((key) => sums[key] ?? 0) })))
}
