import { err, ok, type Result } from '../../../shared/result.js'
import type { Probability } from '../../../shared/units.js'

/** What to do with a request (NBP-06). `review` is what other surfaces call a challenge. */
export type RequestDecision = 'allow' | 'review' | 'block'

export interface Thresholds {
  /** From here on, a request is reviewed, … */
  readonly review: Probability
  /** … and from here on blocked. */
  readonly block: Probability
}

/** Even odds; and more certainty than soft evidence of two kinds gives. */
export const defaultThresholds: Thresholds = { review: 0.5, block: 0.9 }

/** A project's own: 0 < review ≤ block ≤ 1. A block at 1 never comes. */
export function parseThresholds({ review, block }: Thresholds): Result<Thresholds, string> {
  const holds = review > 0 && review <= block && block <= 1
  return holds ? ok({ review, block }) : err('thresholds must be 0 < review ≤ block ≤ 1')
}

/**
 * This surface's thresholds on the one posterior, at its edge: a request alone has no kinds of evidence to hold against each other, as `decide()` does with a
 * visit, and callers may set thresholds of their own on `p_is_invalid` anyway (NBP-08).
 */
export function decideRequest(invalid: Probability, { review, block }: Thresholds): RequestDecision {
  if (invalid >= block) return 'block'
  return invalid >= review ? 'review' : 'allow'
}

/** The same in the words of the surfaces that challenge. */
export const asAction = (decision: RequestDecision): 'allow' | 'challenge' | 'block' => (decision === 'review' ? 'challenge' : decision)
