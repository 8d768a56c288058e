import { asciiBytes } from '../pow.js'
import { SUMS, type TraceSums } from './trace-sums.js'
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

/**
 * What the hash of a leaf is of. Salted by the challenge: whoever has seen a trace being revealed, has some of its slices and of the others their leaves alone,
 * and cannot commit to it for another challenge.
 * @param nonce of the challenge
 */
export function leafInput(slice: Uint8Array, nonce: string): Uint8Array {
  const text = new Uint8Array(1 + nonce.length + slice.length)
  text[0] = LEAF
  text.set(asciiBytes(nonce), 1)
  text.set(slice, 1 + nonce.length)
  return text
}

/**
 * What the hash of a node is of that stands over two. Binds the sums of both, not their total alone: else a node might be said to hold one thing beside its
 * neighbour and another above its own leaves.
 */
export function innerInput(left: Node, right: Node): Uint8Array {
  const bytes = [INNER]
  writeNode(bytes, left)
  writeNode(bytes, right)
  return new Uint8Array(bytes)
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
