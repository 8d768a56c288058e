import type { Observations } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Contribution, Scorecard, ScoreReport } from '../../../shared/scorecard/scorecard.js'
import type { Detection } from '../detections/detection.js'
import { detectionHits } from '../detections/detection-hits.js'
import type { Identity } from '../identity/verified.js'
import { decide } from '../policy.js'
import type { Judgement, Signal } from './judged.js'

export interface Judging {
  readonly card: Scorecard
  readonly detections: readonly Detection[]
}

/** Beyond that a reason is no reason any more. */
const MOST_SIGNALS = 24

/** Reasons as they add up: those of a family that is at its limit count for their share. */
export function signalsOf(contributions: readonly Contribution[], families: ReadonlyMap<string, number>): Signal[] {
  const sums = new Map<string, number>()
  for (const { family, llr } of contributions) sums.set(family, (sums.get(family) ?? 0) + llr)
  const shared = contributions.map(({ id, family, llr }) => {
    const sum = sums.get(family) ?? 0
    return { id, llr: sum === 0 ? 0 : Number(((llr * (families.get(family) ?? 0)) / sum).toFixed(4)) }
  })
  return shared.filter(({ llr }) => llr !== 0).slice(0, MOST_SIGNALS)
}

/** The three engines of BOT-50, by what they look at: each abstains where none of it is known. */
const hasOpinion = (observations: Observations): boolean =>
  [...observations].some(([id, { state }]) => state === 'ok' && /^(?:http|tell|input)\./.test(id))

/** Where probes alone speak for a bot, what the visit would be without them. */
function unprobedOf({ llr, engines }: ScoreReport, { prior }: Scorecard): { readonly unprobed?: number } {
  const unprobed = llr - engines.automation
  return engines.automation > 0 && unprobed <= prior ? { unprobed } : {}
}

/**
 * Judges a visit by posted numbers and by the requests that posted them, with one posterior. Pure. Verified clients are what they say, and
 * nothing is weighed.
 * @returns undefined where no engine has an opinion (BOT-52).
 */
export function judgeSession(observations: Observations, identity: Identity, { card, detections }: Judging): Judgement | undefined {
  const isVerified = identity.state === 'verified'
  if (!isVerified && !hasOpinion(observations)) return undefined
  const report = score(isVerified ? new Map() : observations, card)
  return {
    card: report.card,
    llr: report.llr,
    ...(report.hard.length === 0 && unprobedOf(report, card)),
    hard: report.hard,
    action: isVerified ? 'allow' : decide(report, card),
    hits: detectionHits(detections, observations, report, identity).map(({ id }) => id),
    signals: signalsOf(report.contributions, report.families),
  }
}
