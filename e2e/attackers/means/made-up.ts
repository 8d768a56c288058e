import { encodeBase64url } from '../../../shared/base64url.js'
import { movementIntervalVariation } from '../../../shared/features/movement/movement-interval-variation.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import { tallyOfKinds } from '../../../shared/trace/follows.js'
import { HASH_BYTES } from '../../../shared/trace/merkle-sum-tree.js'
import { MAX_SLICE_BYTES, MAX_SLICES } from '../../../shared/trace/slice.js'
import { commitmentOver } from '../../../shared/trace/testing/commit-now.js'
import { traceSumKeys } from '../../../shared/trace/trace-sum-keys.js'
import type { TraceSums } from '../../../shared/trace/trace-sums.js'
import { createChooser } from '../../hands/chooser.js'
import type { Backing } from './backing.js'
import type { Readings } from './summary.js'

/** So few steps are enough for their times to be known, and each lasts a frame. */
const STEPS = 30
const FRAME = 16
/** In each slice, until there are too many slices. */
const SAMPLES = MAX_SLICE_BYTES / 4

type Sums = Readonly<Record<string, number>>

/** Sums of steps whose times vary as the summary says. */
function stepSums(readings: Readings): Sums | undefined {
  const { id } = movementIntervalVariation
  const said = readings.get(id)
  if (said?.state !== 'ok') return undefined
  const time = FRAME * STEPS
  const squares = Math.round((FRAME * said.value) ** 2 * (STEPS - 1) + time ** 2 / STEPS)
  return { [`${id}/0`]: STEPS, [`${id}/1`]: time, [`${id}/2`]: squares }
}

/** As many samples of each kind as the tally has, in slices alike. */
function slicesOf(tally: Tally, steps: number): Sums[] {
  const counts: readonly (readonly [string, number])[] = [
    ['step', steps],
    ['move', tally.moves - steps],
    ...Object.entries(tallyOfKinds).flatMap(([name, kinds]) =>
      name === 'moves' ? [] : [[kinds.at(-1) as string, tally[name as keyof Tally]] as const],
    ),
  ]
  const samples = counts.flatMap(([kind, count]) => Array<string>(count).fill(kind))
  const size = Math.max(SAMPLES, Math.ceil(samples.length / MAX_SLICES))
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, i) => {
    const own = samples.slice(i * size, (i + 1) * size)
    return Object.fromEntries(counts.map(([kind]) => [kind, own.filter((one) => one === kind).length]))
  })
}

/** What slices would have to sum up to that such a summary was made of. */
export function madeUpSums(readings: Readings, tally: Tally): readonly TraceSums[] {
  const times = stepSums(readings)
  const slices: Sums[] = slicesOf(tally, times ? STEPS : 0)
  return slices.map((sums, i) => traceSumKeys.map((key) => ({ ...sums, ...(i === 0 && times) })[key] ?? 0))
}

/**
 * A commitment that fits a summary, with nothing behind it: whoever has read our source makes one for whatever numbers, and shows noise where it is asked.
 * @param seed of the noise
 */
export function madeUp(readings: Readings, tally: Tally, seed: string): Backing {
  const { between } = createChooser(`commitment ${seed}`)
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(between(0, 256)))
  const trace = commitmentOver(madeUpSums(readings, tally).map((sums) => ({ hash: noise(HASH_BYTES), sums })))
  return () => ({
    trace,
    open: (asked) => ({ slices: asked.map(() => encodeBase64url(noise(SAMPLES))), path: encodeBase64url(noise(HASH_BYTES)) }),
  })
}
