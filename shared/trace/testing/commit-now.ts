import { encodeBase64url } from '../../base64url.js'
import type { RevealedSlices } from '../../wire/reveal.js'
import { encodeCommitment } from '../commitment.js'
import { EMPTY, leftOf, type Node } from '../merkle-sum-tree.js'
import { join, leafOf } from '../root-from-path.js'
import type { TraceLeaf } from '../start-trace.js'
import { auditSpans, encodePath } from '../trace-path.js'

/** For tests and attackers: what the collector makes with WebCrypto, which cannot be waited for everywhere. */
export interface CommittedNow {
  readonly trace: string
  readonly open: (asked: readonly number[]) => RevealedSlices
}

/** What stands over the leaves `from` up to, not including, `to`. */
function nodeOver(leaves: readonly Node[], from = 0, to = leaves.length): Node {
  if (to - from < 2) return leaves[from] ?? EMPTY
  const middle = from + leftOf(to - from)
  return join(nodeOver(leaves, from, middle), nodeOver(leaves, middle, to))
}

/** The evidence's `trace`, over whatever leaves. */
export const commitmentOver = (leaves: readonly Node[]): string => encodeCommitment(leaves, nodeOver(leaves))

/** @returns the path that a second post carries, over whatever leaves */
export const pathOver = (leaves: readonly Node[], asked: readonly number[]): string =>
  encodePath(auditSpans([0, leaves.length], asked).map(([from, to]) => nodeOver(leaves, from, to)))

export function commitNow(slices: readonly TraceLeaf[], nonce: string): CommittedNow {
  const leaves = slices.map(({ bytes, sums }) => leafOf(bytes, sums, nonce))
  return {
    trace: commitmentOver(leaves),
    open: (asked) => ({ slices: asked.map((index) => encodeBase64url(slices[index]!.bytes)), path: pathOver(leaves, asked) }),
  }
}
