import type { Tally } from '../../../shared/features/reading/tally.js'
import type { Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../rejection.js'
import { identities } from './identities/index.js'
import { summaryOf } from './identities/summary.js'

/**
 * Features and tally are of one and the same visit, made by the collector's own arithmetic. Which identity is broken stands in the log: the
 * client is told no more than that its evidence is refused.
 */
export function checkIdentities(observations: Observations, tally: Tally): Result<Tally, Rejection> {
  const summary = summaryOf(observations, tally)
  const broken = identities.find((identity) => !identity.holds(summary))
  return broken ? err({ reason: 'summary-impossible', identity: broken.name }) : ok(tally)
}
