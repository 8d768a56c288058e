import { decodeBase64url, encodeBase64url } from '../base64url.js'
import { err, ok, type Result } from '../result.js'
import { type Node, nodeOver, readNode, writeNode } from './merkle-sum-tree.js'
import { MAX_SLICES } from './slice.js'
import { startReading, writeVarint } from './varint.js'

/** What a collector has committed to when a challenge's evidence is signed: the root of the tree over its slices, with their totals. */
export interface Commitment extends Node {
  /** How many leaves: 0 to `MAX_SLICES`. */
  readonly leaves: number
}

/** The evidence's `trace`: how many leaves, the totals, the root's hash; base64url. Some 90 letters. */
export function encodeCommitment(leaves: readonly Node[]): string {
  const bytes: number[] = []
  writeVarint(bytes, leaves.length)
  writeNode(bytes, nodeOver(leaves))
  return encodeBase64url(Uint8Array.from(bytes))
}

/** Strict: one commitment has one spelling. Without leaves, nothing adds up to anything. */
export function decodeCommitment(trace: string): Result<Commitment, 'commitment-malformed'> {
  const bytes = decodeBase64url(trace)
  if (!bytes.ok) return err('commitment-malformed')
  const reader = startReading(bytes.value)
  const leaves = reader.next()
  const root = readNode(reader)
  const isWhole = reader.isDone() && root.sums.every(Number.isSafeInteger)
  if (!isWhole || !(leaves <= MAX_SLICES) || (!leaves && root.sums.some(Boolean))) return err('commitment-malformed')
  return ok({ ...root, leaves })
}
