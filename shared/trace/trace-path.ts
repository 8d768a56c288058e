import { err, ok, type Result } from '../result.js'
import { join, leftOf, type Node, nodeOver, readNode, writeNode } from './merkle-sum-tree.js'
import { startReading } from './varint.js'

const holdsAny = (asked: readonly number[], from: number, to: number): boolean => asked.some((index) => index >= from && index < to)

/**
 * What it takes, beside the leaves that are asked for, to find the root: every largest node that is above none of them, from left to right, its sums and its
 * hash. @param asked at least one
 */
export function pathTo(leaves: readonly Node[], asked: readonly number[]): Uint8Array {
  const bytes: number[] = []
  const walk = (from: number, to: number): void => {
    const middle = from + leftOf(to - from)
    if (!holdsAny(asked, from, to)) writeNode(bytes, nodeOver(leaves, from, to))
    else if (middle < to) {
      walk(from, middle)
      walk(middle, to)
    }
  }
  walk(0, leaves.length)
  return Uint8Array.from(bytes)
}

/** What is said of the leaves `from` up to, not including, `to`, which are not revealed: of all together. */
export interface Beside extends Node {
  readonly from: number
  readonly to: number
}

interface Climbed {
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
  const nodeAt = (from: number, to: number): Node => {
    if (!holdsAny(asked, from, to)) {
      const node = { ...readNode(reader), from, to }
      beside.push(node)
      return node
    }
    if (to - from === 1) return leaves.get(from)!
    const middle = from + leftOf(to - from)
    // From left to right, as they were written.
    const left = nodeAt(from, middle)
    return join(left, nodeAt(middle, to))
  }
  const root = nodeAt(0, count)
  const isWhole = reader.isDone() && root.sums.every(Number.isSafeInteger)
  return isWhole ? ok({ root, beside }) : err('path-malformed')
}
