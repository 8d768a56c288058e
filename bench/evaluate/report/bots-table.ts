import { CUTS } from '../../lib/readings-at.js'
import { SYNTHETIC } from '../../paths/make-visits.js'
import { isChallenged, type Judged } from '../judge.js'
import { groupBy, peopleOf, scoresOf, shareOf } from '../select-visits.js'
import { auc } from '../statistics/auc.js'
import { binomialBounds } from '../statistics/binomial-bounds.js'
import { tprAt } from '../statistics/tpr-at.js'
import { decimal, markdownTable, percent } from './markdown-table.js'

/** How many visits of a kind there must be for a share after some seconds. */
const LEAST_VISITS = 10

function after(bots: readonly Judged[], seconds: number): string {
  const seen = bots.flatMap(({ cuts }) => cuts.get(seconds) ?? [])
  return seen.length < LEAST_VISITS ? '–' : percent(shareOf(seen, isChallenged), 0)
}

function cells(kind: string, bots: readonly Judged[], people: readonly Judged[]): string[] {
  const k = bots.filter(({ whole }) => isChallenged(whole)).length
  const { low, high } = binomialBounds(k, bots.length)
  const [above, below] = [scoresOf(bots), scoresOf(people)]
  return [
    kind,
    bots[0]!.unseen ? 'no' : 'other bots',
    String(bots.length),
    decimal(auc(above, below)),
    percent(tprAt(0.01, above, below), 0),
    `${percent(k / bots.length, 0)} (${percent(low, 0)} to ${percent(high, 0)})`,
    ...CUTS.map((seconds) => after(bots, seconds)),
  ]
}

/** Bots by kind, against all people with a mouse; and how many are challenged when only their first seconds are known. */
export function botsTable(bots: readonly Judged[], recorded: readonly Judged[]): string {
  const people = peopleOf(recorded).filter(({ device }) => device === 'mouse')
  const groups = groupBy(bots, ({ source, kind }) => (source === SYNTHETIC ? kind : `${source}, ${kind}`))
  const head = ['kind', 'fitted on', 'visits', 'AUC', 'TPR at 1 % FPR', 'challenged', ...CUTS.map((seconds) => `after ${seconds} s`)]
  return markdownTable(
    head,
    [...groups].map(([kind, own]) => cells(kind, own, people)),
  )
}
