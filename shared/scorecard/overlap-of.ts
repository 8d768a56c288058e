import type { Llr } from '../units.js'
import type { ScoreReport } from './scorecard.js'

const total = (llrs: Iterable<Llr>): Llr => [...llrs].reduce((sum, llr) => sum + llr, 0)

/** What families of one cause say together beyond its limit, which no engine counts; mostly 0, never less. */
export function overlapOf({ families, engines }: Pick<ScoreReport, 'families' | 'engines'>): Llr {
  const overlap = total(families.values()) - total(Object.values(engines))
  // Shares and tenths do not add up exactly, and nothing that is weighed is as small.
  return overlap < 1e-9 ? 0 : overlap
}
