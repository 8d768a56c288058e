import { decodeBase64url } from '../base64url.js'
import { err, ok, type Result } from '../result.js'
import type { RevealedSlices } from '../wire/reveal.js'
import type { Commitment } from './commitment.js'
import type { Node } from './merkle-sum-tree.js'
import { readSlice } from './read-slice.js'
import { type Beside, leafOf, rootFromPath } from './root-from-path.js'
import type { Before, Slice } from './slice.js'
import { STEPS, sumSlice, type TraceSums } from './trace-sums.js'

/** A slice that is part of what was committed to. */
export interface RevealedSlice {
  readonly index: number
  readonly slice: Slice
  readonly sums: TraceSums
  /** How the next one has to begin. */
  readonly after: Before
}

export interface RevealedTrace {
  readonly slices: readonly RevealedSlice[]
  /** All other leaves, some together: how many, and what they are said to sum up to. */
  readonly beside: readonly Beside[]
}

export type RevealFault = 'slices-malformed' | 'path-malformed' | 'root-wrong'

interface Opened extends RevealedSlice {
  readonly leaf: Node
}

function openSlice(index: number, text: string, nonce: string): Opened | undefined {
  const bytes = decodeBase64url(text)
  if (!bytes.ok) return undefined
  const slice = readSlice(bytes.value)
  if (!slice.ok) return undefined
  const { sums, after } = sumSlice(slice.value)
  return { index, slice: slice.value, sums, after, leaf: leafOf(bytes.value, sums, nonce) }
}

/** Whether some leaves have as many steps as was said of them. */
const hasCount = (counts: readonly number[], from: number, to: number, sums: TraceSums): boolean =>
  counts.slice(from, to).reduce((all, count) => all + count, 0) === sums[STEPS]

/**
 * Whether slices are those that were committed to, at these places, with as many steps as was said and sums that add up to the totals. Says nothing of what
 * they hold.
 * @param asked indices, ascending, each below `leaves`; one at least
 * @param nonce of the challenge that it was committed to for
 */
export function openCommitment(
  { hash, sums, leaves, counts }: Commitment,
  asked: readonly number[],
  { slices: texts, path }: RevealedSlices,
  nonce: string,
): Result<RevealedTrace, RevealFault> {
  const slices = asked.flatMap((index, i) => openSlice(index, texts[i] ?? '', nonce) ?? [])
  if (slices.length !== asked.length || texts.length !== asked.length) return err('slices-malformed')
  const bytes = decodeBase64url(path)
  if (!bytes.ok) return err('path-malformed')
  const found = rootFromPath(new Map(slices.map(({ index, leaf }) => [index, leaf])), leaves, bytes.value)
  if (!found.ok) return found
  const { root, beside } = found.value
  const isCounted =
    slices.every((one) => hasCount(counts, one.index, one.index + 1, one.sums)) &&
    beside.every((one) => hasCount(counts, one.from, one.to, one.sums))
  const isRoot = root.hash.every((byte, i) => byte === hash[i]) && root.sums.every((sum, i) => sum === sums[i])
  return isRoot && isCounted ? ok({ slices, beside }) : err('root-wrong')
}
