import { encodeBase64url } from '../base64url.js'
import { leftOf, type Node, writeNode } from './merkle-sum-tree.js'

/** Leaves `from` up to, not including, `to`. */
export type Span = readonly [from: number, to: number]

/**
 * What it takes, beside the leaves that are asked for, to find the root (the audit path of RFC 6962 §2.1.1, for several leaves): every largest node that is above none of
 * them, from left to right.
 * @param asked at least one
 */
export function auditSpans([from, to]: Span, asked: readonly number[]): readonly Span[] {
  if (!asked.some((index) => index >= from && index < to)) return [[from, to]]
  if (to - from < 2) return []
  const middle = from + leftOf(to - from)
  return [...auditSpans([from, middle], asked), ...auditSpans([middle, to], asked)]
}

/** @param nodes those that stand beside @returns base64url: of each its sums and its hash */
export function encodePath(nodes: readonly Node[]): string {
  const bytes: number[] = []
  for (const node of nodes) writeNode(bytes, node)
  return encodeBase64url(bytes)
}
