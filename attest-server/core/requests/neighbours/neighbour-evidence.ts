import { type Observation, seen, unsupported } from '../../../../shared/observation.js'
import type { Llr } from '../../../../shared/units.js'
import type { Counts } from './profiles.js'

/** Below these, labels are an anecdote: so many of each kind altogether, … */
const LEAST_EACH = 10
/** … and so many among the look-alikes. */
const LEAST_NEAR = 3
/** As many labels as the base rate counts for: three look-alikes alone move the odds by less than a factor of two. */
const SMOOTHING = 4
/**
 * The part of the log odds that is taken. Look-alikes are no independent witnesses: one program sends a thousand requests, and much of what
 * was labelled was labelled by what the headers said, which the card weighs already.
 */
const TEMPER = 0.5

/**
 * What labelled look-alikes say: smoothed log odds of an invalid one among them against those among all labels, tempered. Relative to the
 * base, since whoever labels only the bad ones says nothing by that. Unsupported with too few.
 * @param near of the request itself never (`query`’s `except`): a label must not be evidence for itself
 */
export function neighbourEvidence(near: Counts, all: Counts): Observation<Llr> {
  if (all.inv < LEAST_EACH || all.ok < LEAST_EACH || near.inv + near.ok < LEAST_NEAR) return unsupported
  const base = all.inv / (all.inv + all.ok)
  const odds = (near.inv + SMOOTHING * base) / (near.ok + SMOOTHING * (1 - base))
  return seen(TEMPER * (Math.log(odds) - Math.log(base / (1 - base))))
}
