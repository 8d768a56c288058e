import type { Judged } from '../judge.js'
import { isChallenged } from '../judge.js'
import type { Row } from '../rows.js'
import { botsOf, peopleOf } from '../select-visits.js'
import { binomialBounds } from '../statistics/binomial-bounds.js'
import { bootstrapAuc } from '../statistics/bootstrap-auc.js'
import { decimal, markdownTable, percent } from './markdown-table.js'

const bounded = (share: number | null, low: number, high: number): string => `${percent(share)} (${percent(low)} to ${percent(high)})`

function cells(row: Row, mouse: readonly Judged[]): string[] {
  const visits = mouse.filter(({ duration }) => duration >= 1000 * row.minSeconds)
  const [bots, people] = [botsOf(visits), peopleOf(visits)]
  const area = bootstrapAuc(
    visits.map(({ whole, label, source, user }) => ({ score: whole.llr, bot: label === 'bot', user: `${source} ${user}` })),
  )
  const caught = (share: number | null) => {
    const { low, high } = binomialBounds(Math.round((share ?? 0) * bots.length), bots.length)
    return bounded(share, low, high)
  }
  const stopped = people.filter(({ whole }) => isChallenged(whole)).length
  const { low, high } = binomialBounds(stopped, people.length)
  return [
    `≥ ${row.minSeconds} s`,
    String(people.length),
    String(bots.length),
    `${decimal(row.auc)} (${decimal(area.low)} to ${decimal(area.high)})`,
    caught(row.tpr1),
    caught(row.tpr01),
    bounded(row.fpr, low, high),
    decimal(row.ece),
  ]
}

/** The rows over all sources, with bounds. @param recorded the visits that the rows are about */
export const rowsTable = (rows: readonly Row[], recorded: readonly Judged[]): string =>
  markdownTable(
    ['visits', 'people', 'bots', 'AUC', 'TPR at 1 % FPR', 'TPR at 0.1 % FPR', 'people challenged', 'ECE'],
    rows
      .filter(({ source }) => source === 'all')
      .map((row) =>
        cells(
          row,
          recorded.filter(({ device }) => device === 'mouse'),
        ),
      ),
  )
