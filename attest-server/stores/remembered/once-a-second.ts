import type { EpochSeconds, Seconds } from '../../../shared/units.js'

const MOMENT: Seconds = 1

/**
 * What all who ask within a second share, whether it went well or not: whoever may ask as often as they like makes no work.
 * @param clock one that is set back makes nothing last longer
 */
export function onceASecond<T>(work: () => Promise<T>, clock: () => EpochSeconds): () => Promise<T> {
  let last: { readonly at: EpochSeconds; readonly outcome: Promise<T> } | undefined
  return () => {
    const at = clock()
    if (!last || Math.abs(at - last.at) >= MOMENT) last = { at, outcome: work() }
    return last.outcome
  }
}
