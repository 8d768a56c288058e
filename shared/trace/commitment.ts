import { decodeBase64url, encodeBase64url } from '../base64url.js'
import { err, ok, type Result } from '../result.js'
import { type Node, readNode, writeNode } from './merkle-sum-tree.js'
import { MAX_SLICES } from './slice.js'
import { STEPS } from './trace-sums.js'
import { startReading, writeVarint } from './varint.js'

/** What a collector has committed to when a challenge's evidence is signed: the root of the tree over its slices, with their totals. */
export interface Commitment extends Node {
  /** How many leaves: 0 to `MAX_SLICES`. */
  readonly leaves: number
  /** How many steps each of them has: whoever asks for some wants to know where there is something that features follow from. */
  readonly counts: readonly number[]
}

/** The evidence's `trace`: how many leaves, and steps in each, the totals, the root's hash; base64url. Some 100 letters, 200 at most. */
export function encodeCommitment(leaves: readonly Pick<Node, 'sums'>[], root: Node): string {
  const bytes: number[] = []
  writeVarint(bytes, leaves.length)
  for (const { sums } of leaves) writeVarint(bytes, sums[STEPS]!)
  writeNode(bytes, root)
  return encodeBase64url(bytes)
}

/** Strict: one commitment has one spelling. All samples are in some leaf: without leaves, nothing adds up to anything. */
export function decodeCommitment(trace: string): Result<Commitment, 'commitment-malformed'> {
  const bytes = decodeBase64url(trace)
  if (!bytes.ok) return err('commitment-malformed')
  const reader = startReading(bytes.value)
  const leaves = reader.next()
  if (!(leaves <= MAX_SLICES)) return err('commitment-malformed')
  const counts = Array.from({ length: leaves }, reader.next)
  const root = readNode(reader)
  const isWhole = reader.isDone() && root.sums.every(Number.isSafeInteger) && (leaves > 0 || !root.sums.some(Boolean))
  const isCounted = counts.reduce((all, count) => all + count, 0) === root.sums[STEPS]
  return isWhole && isCounted ? ok({ ...root, leaves, counts }) : err('commitment-malformed')
}
