import { movementIntervalVariation } from '../../shared/features/movement/movement-interval-variation.js'
import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observations } from '../../shared/observation.js'
import { encodeCommitment } from '../../shared/trace/commitment.js'
import { tallyOfKinds } from '../../shared/trace/follows.js'
import { HASH_BYTES } from '../../shared/trace/merkle-sum-tree.js'
import { MAX_SLICE_BYTES, MAX_SLICES } from '../../shared/trace/slice.js'
import { traceSumKeys } from '../../shared/trace/trace-sum-keys.js'

/** So many steps, each of a frame, show how much their times vary. */
const STEPS = 30
const FRAME = 16

/** Sums of steps whose times vary so much. */
function stepSums(variation: number): readonly (readonly [string, number])[] {
  const time = FRAME * STEPS
  const squares = Math.round((FRAME * variation) ** 2 * (STEPS - 1) + time ** 2 / STEPS)
  const { id } = movementIntervalVariation
  return [STEPS, time, squares].map((sum, i) => [`${id}/${i}`, sum] as const)
}

/** The totals that go with findings. */
function totalsOf(observations: Observations, tally: Partial<Tally>): readonly number[] {
  const variation = observations.get(movementIntervalVariation.id)
  const steps = variation?.state === 'ok' ? STEPS : 0
  const sums = new Map<string, number>(variation?.state === 'ok' ? stepSums(Number(variation.value)) : [])
  for (const [name, kinds] of Object.entries(tallyOfKinds)) sums.set(kinds.at(-1)!, tally[name as keyof Tally] ?? 0)
  sums.set('step', steps).set('move', (tally.moves ?? 0) - steps)
  return traceSumKeys.map((key) => sums.get(key) ?? 0)
}

/** A commitment that fits findings which were made up: nothing stands behind it, and none of it can be shown. */
export function madeUpTrace(observations: Observations, tally: Partial<Tally>): string {
  const totals = totalsOf(observations, tally)
  const samples = Object.keys(tallyOfKinds).reduce((sum, name) => sum + (tally[name as keyof Tally] ?? 0), 0)
  const leaves = Math.min(MAX_SLICES, Math.ceil((2 * samples) / MAX_SLICE_BYTES))
  const hash = new Uint8Array(HASH_BYTES)
  const nothing = traceSumKeys.map(() => 0)
  return encodeCommitment(Array.from({ length: leaves }, (_, i) => ({ hash, sums: i === 0 ? totals : nothing })))
}
