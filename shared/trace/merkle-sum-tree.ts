import { SUMS, type TraceSums } from './trace-sums.js'
import { type Reader, writeVarint } from './varint.js'

/** Of SHA-256's 32: to find two slices of one hash takes 2⁶⁴ tries, and a challenge lives for minutes. */
export const HASH_BYTES = 16

/** A leaf, or all leaves below. */
export interface Node {
  readonly hash: Uint8Array
  readonly sums: TraceSums
}

/**
 * What the hash of a leaf is of. Salted by the challenge: whoever has seen a trace being revealed, has some of its slices and of the others their leaves alone,
 * and cannot commit to it for another challenge.
 * @param salt the challenge's nonce, as bytes
 */
export function leafInput(slice: Uint8Array, salt: Uint8Array): Uint8Array {
  const text = new Uint8Array(salt.length + slice.length)
  text.set(salt)
  text.set(slice, salt.length)
  return text
}

/** Of a node, in words of eight bytes. */
const WORDS = SUMS + HASH_BYTES / 8

/**
 * What the hash of a node is of that stands over two; longer than what any leaf's is of, so that neither can pass for the other. Binds the sums of both, not their
 * total alone: else a node might be said to hold one thing beside its neighbour and another above its own leaves. Sums stand as they lie in memory, the lowest byte
 * first (as on whatever runs a browser): the page's thread may have 63 of these to put together at once.
 */
export function innerInput(...pair: readonly [left: Node, right: Node]): Uint8Array {
  const words = new Float64Array(2 * WORDS)
  const text = new Uint8Array(words.buffer)
  for (const [i, { sums, hash }] of pair.entries()) {
    words.set(sums, i * WORDS)
    text.set(hash, 8 * (i * WORDS + SUMS))
  }
  return text
}

/** A tree without leaves. */
export const EMPTY: Node = { hash: new Uint8Array(HASH_BYTES), sums: Array.from({ length: SUMS }, () => 0) }

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

/** How many of two leaves and more stand to the left: the largest power of two (RFC 6962 §2.1). */
export function leftOf(leaves: number): number {
  let left = 1
  while (2 * left < leaves) left *= 2
  return left
}
