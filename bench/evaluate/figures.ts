import type { FigureName } from './figure-names.js'
import { isChallenged, type Judged } from './judge.js'
import { botsOf, groupBy, peopleOf, posteriorsOf, scoresOf, shareOf } from './select-visits.js'
import { auc } from './statistics/auc.js'
import { calibrationOf } from './statistics/calibration.js'
import { tprAt } from './statistics/tpr-at.js'

/** Without those that the visits do not allow. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>

/** The visits that the figures are about: a mouse, and at least 10 s. */
const headline = (visits: readonly Judged[]): Judged[] => visits.filter(({ device, duration }) => device === 'mouse' && duration >= 10_000)

const worstOf = (groups: Iterable<readonly Judged[]>): number =>
  Math.max(...[...groups].map((group) => shareOf(group, ({ whole }) => isChallenged(whole))))

/**
 * @param prior of the card, in ln odds
 * @returns every figure that the visits allow: none of NaN, none of infinity
 */
export function figuresOf(recorded: readonly Judged[], synthetic: readonly Judged[], prior: number): Figures {
  const [bots, people] = [botsOf(headline(recorded)), peopleOf(headline(recorded))]
  const everybody = peopleOf(recorded)
  const unseen = groupBy(
    everybody.filter((visit) => visit.unseen),
    ({ source }) => source,
  )
  const figures: Readonly<Record<FigureName, number>> = {
    auc: auc(scoresOf(bots), scoresOf(people)),
    tpr1: tprAt(0.01, scoresOf(bots), scoresOf(people)),
    tpr01: tprAt(0.001, scoresOf(bots), scoresOf(people)),
    ece: calibrationOf(posteriorsOf(bots), posteriorsOf(people), prior).ece,
    botsChallenged: shareOf(bots, ({ whole }) => isChallenged(whole)),
    unseenPeopleChallenged: worstOf(unseen.values()),
    peopleChallenged: shareOf(everybody, ({ whole }) => isChallenged(whole)),
    peopleBlocked: shareOf(everybody, ({ whole }) => whole.action === 'block'),
    syntheticAuc: auc(scoresOf(synthetic), scoresOf(people)),
    syntheticChallenged: shareOf(synthetic, ({ whole }) => isChallenged(whole)),
    newKindsChallenged: shareOf(
      synthetic.filter((visit) => visit.unseen),
      ({ whole }) => isChallenged(whole),
    ),
  }
  return Object.fromEntries(
    Object.entries(figures)
      .filter(([, value]) => Number.isFinite(value))
      .map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
  )
}
