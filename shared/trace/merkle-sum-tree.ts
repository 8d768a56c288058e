import { asciiBytes } from '../pow.js'
import { sha256 } from '../sha256.js'
import { addSums, SUMS, type TraceSums } from './trace-sums.js'
import { type Reader, writeVarint } from './varint.js'

/** Of SHA-256's 32: to find two slices of one hash takes 2⁶⁴ tries, and a challenge lives for minutes. */
export const HASH_BYTES = 16

/** A leaf, or all leaves below. */
export interface Node {
  readonly hash: Uint8Array
  readonly sums: TraceSums
}

/** What is hashed, so that none can pass for another. */
const LEAF = 0
const INNER = 1
const SLICE = 2

const hash = (bytes: readonly number[]): Uint8Array => sha256(Uint8Array.from(bytes)).slice(0, HASH_BYTES)

export const digestOf = (slice: Uint8Array): Uint8Array => hash([SLICE, ...slice])

/**
 * Salted by the challenge: whoever has seen a trace being revealed, has some of its slices and of the others their leaves alone, and cannot commit to it for
 * another challenge.
 * @param digest of the slice @param nonce of the challenge
 */
export const leafOf = (digest: Uint8Array, sums: TraceSums, nonce: string): Node => ({
  hash: hash([LEAF, ...asciiBytes(nonce), ...digest]),
  sums,
})

/** A tree without leaves. */
const empty: Node = { hash: new Uint8Array(HASH_BYTES), sums: Array.from({ length: SUMS }, () => 0) }

/** The sums, and the hash. */
export function writeNode(to: number[], node: Node): void {
  for (const sum of node.sums) writeVarint(to, sum)
  to.push(...node.hash)
}

/** Sums are NaN where there are none. */
export function readNode(reader: Reader): Node {
  const sums = Array.from({ length: SUMS }, reader.next)
  return { sums, hash: reader.bytes(HASH_BYTES) }
}

/** Binds the sums of both, not their total alone: else a node might be said to hold one thing beside its neighbour and another above its own leaves. */
export function join(left: Node, right: Node): Node {
  const bytes = [INNER]
  writeNode(bytes, left)
  writeNode(bytes, right)
  return { hash: hash(bytes), sums: addSums(left.sums, right.sums) }
}

/** How many of two leaves and more stand to the left: the largest power of two (RFC 6962 §2.1). */
export function leftOf(leaves: number): number {
  let left = 1
  while (2 * left < leaves) left *= 2
  return left
}

/** What stands over the leaves `from` up to, not including, `to`. */
export function nodeOver(leaves: readonly Node[], from = 0, to = leaves.length): Node {
  const count = to - from
  if (count < 2) return leaves[from] ?? empty
  const middle = from + leftOf(count)
  return join(nodeOver(leaves, from, middle), nodeOver(leaves, middle, to))
}
