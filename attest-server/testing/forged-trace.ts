import { decodeBase64url, encodeBase64url } from '../../shared/base64url.js'
import { encodeCommitment } from '../../shared/trace/commitment.js'
import { digestOf, leafOf } from '../../shared/trace/merkle-sum-tree.js'
import { readSlice } from '../../shared/trace/read-slice.js'
import type { Open, Trace } from '../../shared/trace/start-trace.js'
import { pathTo } from '../../shared/trace/trace-path.js'
import { sumSlice, type TraceSums } from '../../shared/trace/trace-sums.js'

/** A slice of somebody's making. @param sums what it is said to sum up to; what it does, where nothing is said */
export interface ForgedSlice {
  /** Base64url. */
  readonly text: string
  readonly sums?: TraceSums
}

function bytesOf(text: string): Uint8Array {
  const bytes = decodeBase64url(text)
  if (!bytes.ok) throw new Error(bytes.error)
  return bytes.value
}

/** What a slice really sums up to. */
export function sumsOf(text: string): TraceSums {
  const slice = readSlice(bytesOf(text))
  if (!slice.ok) throw new Error(slice.error)
  return sumSlice(slice.value).sums
}

/** A commitment to whatever slices, whether they go together or not. */
export function commitTo(slices: readonly ForgedSlice[], nonce: string): ReturnType<Trace['commit']> {
  const leaves = slices.map(({ text, sums }) => leafOf(digestOf(bytesOf(text)), sums ?? sumsOf(text), nonce))
  const open: Open = (asked) => ({
    slices: asked.map((index) => slices[index]!.text),
    path: encodeBase64url(pathTo(leaves, asked)),
  })
  return { trace: encodeCommitment(leaves), open }
}

/** All slices of a trace that can be shown, one after another. */
export const slicesOf = ({ open }: Pick<ReturnType<Trace['commit']>, 'open'>, leaves: number): readonly string[] =>
  open(Array.from({ length: leaves }, (_, i) => i)).slices
