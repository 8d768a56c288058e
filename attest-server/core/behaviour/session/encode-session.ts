import { err, ok, type Result } from '../../../../shared/result.js'
import { isFields } from '../events/fields.js'
import { layout } from './layout.js'
import { LONGEST_TAIL, type SessionState } from './session-state.js'

/** `stale`: kept by another version, whose sums cannot go on; the session begins anew. */
export type SessionFault = 'malformed' | 'stale'

/** Most sums are 0: index, value, index, value … */
const sparse = (sums: readonly number[]): number[] => sums.flatMap((sum, i) => (sum === 0 ? [] : [i, sum]))

function dense(pairs: unknown, size: number): number[] | undefined {
  if (!isNumbers(pairs) || pairs.length % 2 !== 0) return undefined
  const sums = new Array<number>(size).fill(0)
  for (let i = 0; i < pairs.length; i += 2) {
    const at = pairs[i]!
    if (!Number.isInteger(at) || at < 0 || at >= size) return undefined
    sums[at] = pairs[i + 1]!
  }
  return sums
}

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((one) => Number.isFinite(one))

const isTail = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= LONGEST_TAIL && value.every((one) => isNumbers(one) && one.length >= 2 && one.length <= 8)

const isCounted = (value: unknown): boolean => isFields(value) && Object.values(value).every((one) => Number.isFinite(one))

/** For a store: at most about 400 KB, where a client posts every number with all digits of a double; with whole numbers 120 KB, mostly a tenth of that. */
export const encodeSession = (state: SessionState): string =>
  JSON.stringify({ ...state, sums: sparse(state.sums), measured: sparse(state.measured) })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param text what {@link encodeSession} has written. From our own store: checked so that a damaged one is an error and no exception. */
export function decodeSession(text: string): Result<SessionState, SessionFault> {
  const kept = parse(text)
  if (!isFields(kept) || typeof kept.layout !== 'string') return err('malformed')
  if (kept.layout !== layout.name) return err('stale')
  const [sums, measured] = [dense(kept.sums, layout.sums), dense(kept.measured, layout.measured)]
  const { memory, purposes, tells } = kept
  const isWhole =
    isTail(kept.tail) && isCounted(kept.clock) && isCounted(kept.counts) && isFields(tells) && Array.isArray(purposes) && isFields(memory)
  if (!sums || !measured || !isWhole || !Array.isArray(memory.hovers)) return err('malformed')
  return ok({ ...(kept as unknown as SessionState), sums, measured })
}
