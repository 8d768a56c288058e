import { decide } from '../../attest-server/core/policy.js'
import { score } from '../../shared/scorecard/score.js'
import type { Contribution, Scorecard } from '../../shared/scorecard/scorecard.js'
import type { Llr, Probability, Seconds } from '../../shared/units.js'
import type { Action } from '../../shared/wire/verdict.js'
import { CUTS, type Reading, readingsAt } from '../lib/readings-at.js'
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

/** The card without all that needs a browser: what is left is behaviour alone. */
export function behaviourOnly(card: Scorecard): Scorecard {
  return {
    ...card,
    rows: card.rows.filter(({ family }) => card.families[family]?.engine === 'behaviour'),
    hardRules: card.hardRules.filter(({ id }) => id.startsWith('input.')),
  }
}

function judgementOf({ features }: Reading, card: Scorecard): Judgement {
  const report = score(features, card)
  return { llr: report.llr, posterior: report.posterior, action: decide(report, card), contributions: report.contributions }
}

/** Plays a recording to the features and asks the card, once at each cut and once at the end. */
export function judge({ events, ...about }: Recording, card: Scorecard, unseen: boolean): Judged {
  const readings = readingsAt(events)
  const whole = judgementOf(readings.at(-1)!, card)
  const at = new Map(readings.slice(0, -1).map((reading) => [reading.elapsed, judgementOf(reading, card)]))
  const reached = CUTS.filter((cut) => about.duration >= 1000 * cut)
  return { ...about, unseen, whole, cuts: new Map(reached.map((cut) => [cut, at.get(1000 * cut) ?? whole])) }
}

export const isChallenged = ({ action }: Judgement): boolean => action !== 'allow'
