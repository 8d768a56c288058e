import { asciiBytes } from '../pow.js'
import { err, ok, type Result } from '../result.js'
import { sha256 } from '../sha256.js'
import { HASH_BYTES, innerInput, leafInput, leftOf, type Node, readNode } from './merkle-sum-tree.js'
import { auditSpans } from './trace-path.js'
import { addSums, type TraceSums } from './trace-sums.js'
import { startReading } from './varint.js'

const hash = (text: Uint8Array): Uint8Array => sha256(text).slice(0, HASH_BYTES)

/** @param sums of the slice @param nonce of the challenge */
export const leafOf = (slice: Uint8Array, sums: TraceSums, nonce: string): Node => ({
  hash: hash(leafInput(slice, asciiBytes(nonce))),
  sums,
})

export const join = (left: Node, right: Node): Node => ({ hash: hash(innerInput(left, right)), sums: addSums(left.sums, right.sums) })

/** What is said of the leaves `from` up to, not including, `to`, which are not revealed: of all together. */
export interface Beside extends Node {
  readonly from: number
  readonly to: number
}

interface RootFromPath {
  readonly root: Node
  readonly beside: readonly Beside[]
}

/**
 * The root that some leaves and a path lead to.
 * @param leaves by index, those that were asked for
 * @param count how many leaves the tree has
 */
export function rootFromPath(leaves: ReadonlyMap<number, Node>, count: number, path: Uint8Array): Result<RootFromPath, 'path-malformed'> {
  const reader = startReading(path)
  const beside = auditSpans([0, count], [...leaves.keys()]).map(([from, to]): Beside => ({ ...readNode(reader), from, to }))
  const nodeAt = (from: number, to: number): Node => {
    const given = beside.find((one) => one.from === from && one.to === to) ?? (to - from === 1 ? leaves.get(from) : undefined)
    if (given) return given
    const middle = from + leftOf(to - from)
    return join(nodeAt(from, middle), nodeAt(middle, to))
  }
  const root = nodeAt(0, count)
  const isWhole = reader.isDone() && root.sums.every(Number.isSafeInteger)
  return isWhole ? ok({ root, beside }) : err('path-malformed')
}
