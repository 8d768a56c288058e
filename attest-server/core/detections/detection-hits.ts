import type { Observations } from '../../../shared/observation.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'
import { numberOf } from '../../../shared/scorecard/weigh.js'
import type { Detection, Sign } from './detection.js'

type Judged = Pick<ScoreReport, 'contributions' | 'families'>

/** Only what weighed for a bot is a reason: what the card leaves alone in this browser is none. */
function hasSign(sign: Sign, seen: Observations, { families }: Judged, weighed: ReadonlySet<string>): boolean {
  if ('rejection' in sign) return false
  if ('family' in sign) return (families.get(sign.family) ?? 0) >= sign.from
  const value = weighed.has(sign.observation) ? numberOf(seen, sign.observation) : undefined
  return value !== undefined && value >= sign.from && value < (sign.below ?? Infinity)
}

/** What of the registry speaks in a report, by number. Rejected evidence has no report: look for its reason among the signs. */
export function detectionHits(detections: readonly Detection[], seen: Observations, report: Judged): readonly Detection[] {
  const weighed = new Set<string>(report.contributions.filter(({ llr }) => llr > 0).map(({ id }) => id))
  return detections.filter(({ signs }) => signs.some((sign) => hasSign(sign, seen, report, weighed)))
}
