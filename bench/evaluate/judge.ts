import { decide } from '../../attest-server/core/policy.js'
import { startFeatures } from '../../shared/features/start-features.js'
import { score } from '../../shared/scorecard/score.js'
import type { Contribution, Scorecard } from '../../shared/scorecard/scorecard.js'
import type { Llr, Probability, Seconds } from '../../shared/units.js'
import type { Action } from '../../shared/wire/verdict.js'
import type { Recording } from '../lib/recordings.js'

/** What the card says of a visit, or of its beginning. */
export interface Judgement {
  readonly llr: Llr
  readonly posterior: Probability
  readonly action: Action
  readonly contributions: readonly Contribution[]
}

/** A visit that was judged. */
export interface Judged extends Omit<Recording, 'events'> {
  /** No fit has seen its like: for people nobody of their source, for bots none of their kind. */
  readonly unseen: boolean
  /** The whole visit. */
  readonly whole: Judgement
  /** Its first seconds, for each of `CUTS` that it reaches. */
  readonly cuts: ReadonlyMap<Seconds, Judgement>
}

/** How much of a visit was seen: a first look, a form, a page, a visit. */
export const CUTS: readonly Seconds[] = [2, 5, 10, 30]

/** The card without all that needs a browser: what is left is behaviour alone. */
export function behaviourOnly(card: Scorecard): Scorecard {
  return {
    ...card,
    rows: card.rows.filter(({ family }) => card.families[family]?.engine === 'behaviour'),
    hardRules: card.hardRules.filter(({ id }) => id.startsWith('input.')),
  }
}

/** Plays a recording to the features and asks the card, once at each cut and once at the end. */
export function judge({ events, ...about }: Recording, card: Scorecard, unseen: boolean): Judged {
  const { push, read } = startFeatures()
  const judgement = (): Judgement => {
    const report = score(read(), card)
    return { llr: report.llr, posterior: report.posterior, action: decide(report, card), contributions: report.contributions }
  }
  const start = events[0]?.t ?? 0
  const cuts = new Map<Seconds, Judgement>()
  const left = CUTS.filter((cut) => about.duration >= 1000 * cut)
  for (const event of events) {
    while (left[0] !== undefined && event.t - start > 1000 * left[0]) cuts.set(left.shift()!, judgement())
    push(event)
  }
  const whole = judgement()
  for (const cut of left) cuts.set(cut, whole)
  return { ...about, unseen, whole, cuts }
}

export const isChallenged = ({ action }: Judgement): boolean => action !== 'allow'
