import type { Tally } from '../../../shared/features/reading/tally.js'
import type { Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { type Commitment, decodeCommitment } from '../../../shared/trace/commitment.js'
import { type EvidenceClaims, NO_CARD, STILL_CARD } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'
import { summaryOf } from './identities/summary.js'
import { traceRules } from './trace/index.js'

const broken = (rule: string): Result<never, Rejection> => err({ reason: 'trace-impossible', rule })

/**
 * Evidence commits to a trace of what it was made of, wherever that was observed, and what it says of both agrees. What nobody signed need not: pages on
 * plain http, and those in a frame of one, have neither keys nor hashes. Which rule is broken stands in the log: the client is told no more than that its evidence is refused.
 * @returns undefined where there is none
 */
export function checkTrace(
  { card, trace }: EvidenceClaims,
  observations: Observations,
  tally: Tally,
  isSigned: boolean,
): Result<Commitment | undefined, Rejection> {
  const isObserved = card !== NO_CARD && card !== STILL_CARD
  const isNeeded = isObserved && isSigned
  if (trace === undefined ? isNeeded : !isObserved) return broken('a trace is there where something was observed')
  if (trace === undefined) return ok(undefined)
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) return broken('a commitment has one spelling')
  const { value } = summaryOf(observations, tally)
  const rule = traceRules.find((one) => !one.holds({ commitment: commitment.value, tally, value }))
  return rule ? broken(rule.name) : commitment
}
