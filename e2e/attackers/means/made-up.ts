import { encodeBase64url } from '../../../shared/base64url.js'
import { movementIntervalVariation } from '../../../shared/features/movement/movement-interval-variation.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import { encodeCommitment } from '../../../shared/trace/commitment.js'
import { tallyOfKinds } from '../../../shared/trace/follows.js'
import { HASH_BYTES } from '../../../shared/trace/merkle-sum-tree.js'
import { MAX_SLICE_BYTES, MAX_SLICES } from '../../../shared/trace/slice.js'
import { traceSumKeys } from '../../../shared/trace/trace-sum-keys.js'
import { createChooser } from '../../hands/chooser.js'
import type { Backing } from './backing.js'
import type { Readings } from './summary.js'

/** So few steps are enough for their times to be known, and each lasts a frame. */
const STEPS = 30
const FRAME = 16
const SAMPLES = MAX_SLICE_BYTES / 4

/** Sums of steps whose times vary as the summary says. */
function stepSums(readings: Readings): Readonly<Record<string, number>> {
  const { id } = movementIntervalVariation
  const said = readings.get(id)
  if (said?.state !== 'ok') return {}
  const time = FRAME * STEPS
  const squares = Math.round((FRAME * said.value) ** 2 * (STEPS - 1) + time ** 2 / STEPS)
  return { step: STEPS, [`${id}/0`]: STEPS, [`${id}/1`]: time, [`${id}/2`]: squares }
}

/** Totals that the server believes beside such a summary. */
function totalsFor(readings: Readings, tally: Tally): readonly number[] {
  const steps = stepSums(readings)
  const counts = Object.entries(tallyOfKinds).map(([name, kinds]) => [kinds.at(-1), tally[name as keyof Tally]] as const)
  const sums: Readonly<Record<string, number>> = { ...Object.fromEntries(counts), ...steps, move: tally.moves - (steps.step ?? 0) }
  return traceSumKeys.map((key) => sums[key] ?? 0)
}

/**
 * A commitment that fits a summary, with nothing behind it: whoever has read our source makes one for whatever numbers, and shows noise where it is asked. @param
 * seed of the noise
 */
export function madeUp(readings: Readings, tally: Tally, seed: string): Backing {
  const { between } = createChooser(`commitment ${seed}`)
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(between(0, 256)))
  const samples = Object.keys(tallyOfKinds).reduce((sum, name) => sum + tally[name as keyof Tally], 0)
  const totals = totalsFor(readings, tally)
  const leaves = Array.from({ length: Math.min(MAX_SLICES, Math.ceil(samples / SAMPLES)) }, (_, i) => ({
    hash: noise(HASH_BYTES),
    sums: i === 0 ? totals : totals.map(() => 0),
  }))
  const trace = encodeCommitment(leaves)
  return () => ({
    trace,
    open: (asked) => ({ slices: asked.map(() => encodeBase64url(noise(SAMPLES))), path: encodeBase64url(noise(HASH_BYTES)) }),
  })
}
