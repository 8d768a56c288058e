import { err, ok, type Result } from '../result.js'
import { halvesOf, holds, isLeaf, join, type Node, nodeOver, readNode, type Span, writeNode } from './merkle-sum-tree.js'
import { startReading } from './varint.js'

const holdsAny = (span: Span, asked: readonly number[]): boolean => asked.some((index) => holds(span, index))

/**
 * What it takes, beside the leaves that are asked for, to find the root: every largest node that is above none of them, from left to right, its sums and its
 * hash. @param asked at least one
 */
export function pathTo(leaves: readonly Node[], asked: readonly number[]): Uint8Array {
  const bytes: number[] = []
  const walk = (span: Span): void => {
    if (!holdsAny(span, asked)) writeNode(bytes, nodeOver(leaves, span))
    else if (!isLeaf(span)) for (const half of halvesOf(span)) walk(half)
  }
  walk({ from: 0, to: leaves.length })
  return Uint8Array.from(bytes)
}

/** What is said of leaves that are not revealed: of some together. */
export interface Beside extends Span, Node {}

export interface Climbed {
  readonly root: Node
  readonly beside: readonly Beside[]
}

/**
 * The root that some leaves and a path lead to.
 * @param leaves by index, those that were asked for
 * @param count how many leaves the tree has
 */
export function climb(leaves: ReadonlyMap<number, Node>, count: number, path: Uint8Array): Result<Climbed, 'path-malformed'> {
  const reader = startReading(path)
  const asked = [...leaves.keys()]
  const beside: Beside[] = []
  const nodeAt = (span: Span): Node => {
    if (!holdsAny(span, asked)) {
      const node = { ...readNode(reader), ...span }
      beside.push(node)
      return node
    }
    if (isLeaf(span)) return leaves.get(span.from)!
    const [left, right] = halvesOf(span)
    // From left to right, as they were written.
    const first = nodeAt(left)
    return join(first, nodeAt(right))
  }
  const root = nodeAt({ from: 0, to: count })
  const isWhole = reader.isDone() && root.sums.every(Number.isSafeInteger)
  return isWhole ? ok({ root, beside }) : err('path-malformed')
}
