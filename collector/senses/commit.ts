import { encodeBase64url } from '../../shared/base64url.js'
import { asciiBytes } from '../../shared/pow.js'
import { encodeCommitment } from '../../shared/trace/commitment.js'
import { EMPTY, HASH_BYTES, innerInput, leafInput, type Node } from '../../shared/trace/merkle-sum-tree.js'
import type { TraceLeaf } from '../../shared/trace/start-trace.js'
import { auditSpans, encodePath } from '../../shared/trace/trace-path.js'
import { addSums, type TraceSums } from '../../shared/trace/trace-sums.js'
import { MOST_REVEALED, type RevealedSlices } from '../../shared/wire/reveal.js'

export interface Committed {
  /** As the evidence carries it. */
  readonly trace: string
  /** The slices that are asked for, as the second post carries them, whatever happened meanwhile. Rejects where there is no such slice, or too many are asked for. */
  open(asked: readonly number[]): Promise<RevealedSlices>
}

/** WebCrypto's: of ours, the first call would keep the page's thread busy for milliseconds. */
const node = async (text: Uint8Array, sums: TraceSums): Promise<Node> => ({
  hash: new Uint8Array(await crypto.subtle.digest('SHA-256', text as BufferSource), 0, HASH_BYTES),
  sums,
})

const join = (left: Node, right?: Node): Node | Promise<Node> =>
  right ? node(innerInput(left, right), addSums(left.sums, right.sums)) : left

/** What stands over some: pairs of them, pairs of these, and so on; whoever is left over goes up alone, so that it is the tree of `leftOf`. */
const nodeOver = async (level: readonly Node[]): Promise<Node> =>
  level.length < 2 ? (level[0] ?? EMPTY) : nodeOver(await Promise.all(level.flatMap((left, i) => (i % 2 ? [] : join(left, level[i + 1])))))

/**
 * Commits to slices for one challenge. Needs `crypto.subtle`: plain http has none.
 * @param nonce of the challenge
 */
export async function commit(slices: readonly TraceLeaf[], nonce: string): Promise<Committed> {
  const salt = asciiBytes(nonce)
  const leaves = await Promise.all(slices.map(({ bytes, sums }) => node(leafInput(bytes, salt), sums)))
  return {
    trace: encodeCommitment(leaves, await nodeOver(leaves)),
    open: async (asked) => {
      if (asked.length > MOST_REVEALED) throw new RangeError()
      return {
        slices: asked.map((index) => encodeBase64url(slices[index]!.bytes)),
        path: encodePath(await Promise.all(auditSpans([0, leaves.length], asked).map(([from, to]) => nodeOver(leaves.slice(from, to))))),
      }
    },
  }
}
