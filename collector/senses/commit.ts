import { encodeBase64url } from '../../shared/base64url.js'
import { encodeCommitment } from '../../shared/trace/commitment.js'
import { EMPTY, HASH_BYTES, innerInput, leafInput, leftOf, type Node } from '../../shared/trace/merkle-sum-tree.js'
import type { TraceLeaf } from '../../shared/trace/start-trace.js'
import { auditSpans, encodePath } from '../../shared/trace/trace-path.js'
import { addSums } from '../../shared/trace/trace-sums.js'
import { MOST_REVEALED, type RevealedSlices } from '../../shared/wire/reveal.js'

export interface Committed {
  /** As the evidence carries it. */
  readonly trace: string
  /** The slices that are asked for, as the second post carries them, whatever happened meanwhile. Rejects where there is no such slice, or too many are asked for. */
  open(asked: readonly number[]): Promise<RevealedSlices>
}

/** WebCrypto's: of ours, the first call would keep the page's thread busy for milliseconds. */
const hash = async (text: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', text as BufferSource), 0, HASH_BYTES)

/** What stands over the leaves `from` up to, not including, `to`. */
async function nodeOver(leaves: readonly Node[], from: number, to: number): Promise<Node> {
  if (to - from < 2) return leaves[from] ?? EMPTY
  const middle = from + leftOf(to - from)
  const [left, right] = await Promise.all([nodeOver(leaves, from, middle), nodeOver(leaves, middle, to)])
  return { hash: await hash(innerInput(left, right)), sums: addSums(left.sums, right.sums) }
}

/**
 * Commits to slices for one challenge. Needs `crypto.subtle`: plain http has none.
 * @param nonce of the challenge
 */
export async function commit(slices: readonly TraceLeaf[], nonce: string): Promise<Committed> {
  const leaves = await Promise.all(slices.map(async ({ bytes, sums }) => ({ hash: await hash(leafInput(bytes, nonce)), sums })))
  const count = leaves.length
  return {
    trace: encodeCommitment(leaves, await nodeOver(leaves, 0, count)),
    open: async (asked) => {
      if (asked.length > MOST_REVEALED) throw new RangeError()
      return {
        slices: asked.map((index) => encodeBase64url(slices[index]!.bytes)),
        path: encodePath(await Promise.all(auditSpans([0, count], asked).map(([from, to]) => nodeOver(leaves, from, to)))),
      }
    },
  }
}
