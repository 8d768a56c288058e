import { encodeBase64url } from '../../../shared/base64url.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import { HASH_BYTES } from '../../../shared/trace/merkle-sum-tree.js'
import { leafOf } from '../../../shared/trace/root-from-path.js'
import { MAX_SLICE_BYTES, MAX_SLICES, NOTHING_BEFORE, type Sample } from '../../../shared/trace/slice.js'
import { commitmentOver, pathOver } from '../../../shared/trace/testing/commit-now.js'
import { sumSlice } from '../../../shared/trace/trace-sums.js'
import { MOST_SAMPLE_BYTES, writeBefore, writeSample } from '../../../shared/trace/write-slice.js'
import type { Backing } from './backing.js'
import { madeUpSums } from './made-up.js'
import type { Readings } from './summary.js'

const KEY_UP: Sample = { kind: 'key-up', dt: 0, dx: 0, dy: 0 }

/** As many key-ups at once as a slice holds: a neighbour of itself, and true. */
function padding() {
  const bytes: number[] = []
  writeBefore(bytes, NOTHING_BEFORE, false)
  const samples: Sample[] = []
  while (bytes.length <= MAX_SLICE_BYTES - MOST_SAMPLE_BYTES) {
    writeSample(bytes, KEY_UP, false)
    samples.push(KEY_UP)
  }
  return { bytes: Uint8Array.from(bytes), sums: sumSlice({ isFine: false, before: NOTHING_BEFORE, samples }).sums }
}

/** A commitment that fits a summary: what is made up lies at its end, behind as much padding as there is room for, of which any may be seen. */
export function padded(readings: Readings, tally: Tally): Backing {
  const { bytes, sums } = padding()
  const hidden = madeUpSums(readings, tally).map((one) => ({ hash: new Uint8Array(HASH_BYTES), sums: one }))
  // One more, and the first could not be shown.
  const count = MAX_SLICES - 1 - hidden.length
  return (nonce) => {
    const leaves = [...Array.from({ length: count }, () => leafOf(bytes, sums, nonce)), ...hidden]
    const slice = encodeBase64url(bytes)
    return { trace: commitmentOver(leaves), open: (asked) => ({ slices: asked.map(() => slice), path: pathOver(leaves, asked) }) }
  }
}
