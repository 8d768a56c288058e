import type { Observations } from '../../../shared/observation.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'
import { numberOf } from '../../../shared/scorecard/weigh.js'
import type { Identity } from '../identity/verified.js'
import type { Rejection } from '../rejection.js'
import type { Detection, Sign } from './detection.js'

type Judged = Pick<ScoreReport, 'contributions' | 'families'>

/** Only what weighed for a bot is a reason: what the card leaves alone in this browser is none. */
function hasSign(sign: Sign, seen: Observations, { families }: Judged, weighed: ReadonlySet<string>): boolean {
  // Nearly all are observations.
  if ('observation' in sign) {
    const value = weighed.has(sign.observation) ? numberOf(seen, sign.observation) : undefined
    return value !== undefined && value >= sign.from && value < (sign.below ?? Infinity)
  }
  return 'family' in sign && (families.get(sign.family) ?? 0) >= sign.from
}

/** What of the registry speaks in a report, by number: of whoever is verified, the proof alone. */
export function detectionHits(
  detections: readonly Detection[],
  seen: Observations,
  report: Judged,
  identity: Identity = { state: 'unknown' },
): readonly Detection[] {
  if (identity.state === 'verified') {
    const { by } = identity.verified
    return detections.filter(({ signs }) => signs.some((sign) => 'verified' in sign && sign.verified === by))
  }
  const weighed = new Set<string>(report.contributions.filter(({ llr }) => llr > 0).map(({ id }) => id))
  return detections.filter(({ signs }) => signs.some((sign) => hasSign(sign, seen, report, weighed)))
}

/** What of the registry evidence is turned away for; none for faults that honest collectors make, too. */
export const detectionsOfRejection = (detections: readonly Detection[], { reason }: Pick<Rejection, 'reason'>): readonly Detection[] =>
  detections.filter(({ signs }) => signs.some((sign) => 'rejection' in sign && sign.rejection === reason))
