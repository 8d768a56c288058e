import { decodeBase64url } from '../../shared/base64url.js'
import { readSlice } from '../../shared/trace/read-slice.js'
import { leafOf } from '../../shared/trace/root-from-path.js'
import { type CommittedNow, commitmentOver, pathOver } from '../../shared/trace/testing/commit-now.js'
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
export function commitTo(slices: readonly ForgedSlice[], nonce: string): CommittedNow {
  const leaves = slices.map(({ text, sums }) => leafOf(bytesOf(text), sums ?? sumsOf(text), nonce))
  const open: CommittedNow['open'] = (asked) => ({
    slices: asked.map((index) => slices[index]!.text),
    path: pathOver(leaves, asked),
  })
  return { trace: commitmentOver(leaves), open }
}

/** All slices of a trace that can be shown, one after another. */
export const slicesOf = ({ open }: Pick<CommittedNow, 'open'>, leaves: number): readonly string[] =>
  open(Array.from({ length: leaves }, (_, i) => i)).slices
