import type { Contribution } from '../../../shared/scorecard/scorecard.js'
import { isChallenged, type Judged } from '../judge.js'
import { botsOf, groupBy, peopleOf } from '../select-visits.js'
import { markdownTable } from './markdown-table.js'

/** Of how many rows of the card the share is told. */
const ROWS = 5
/** Bots are missed in more ways than can be listed. */
const GROUPS = 12

/** Rows of one Observation count together, whatever their conditions. */
function meanWeights(visits: readonly Judged[]): [id: string, llr: number][] {
  const sums = new Map<string, number>()
  const add = ({ id, llr }: Contribution) => sums.set(id, (sums.get(id) ?? 0) + llr / visits.length)
  for (const { whole } of visits) for (const contribution of whole.contributions) add(contribution)
  return [...sums]
}

/** @param sign 1: what spoke for a bot; -1: what spoke for a person */
function reasons(visits: readonly Judged[], sign: 1 | -1): string {
  const weights = meanWeights(visits).filter(([, llr]) => sign * llr >= 0.05)
  weights.sort(([, a], [, b]) => sign * (b - a))
  const told = weights.slice(0, ROWS).map(([id, llr]) => `${id.replace('input.', '')} ${llr > 0 ? '+' : '−'}${Math.abs(llr).toFixed(1)}`)
  return told.join(', ') || 'nothing: too little was seen'
}

/** Why people were challenged, and why bots were not: the mean weights of the rows that spoke most. */
export function reasonsTable(recorded: readonly Judged[], synthetic: readonly Judged[]): string {
  const nameOf = ({ label, source, kind }: Judged) =>
    label === 'human' ? `${source}: people challenged` : `${source}, ${kind}: bots allowed`
  const wrong = [
    ...peopleOf(recorded).filter(({ whole }) => isChallenged(whole)),
    ...botsOf([...recorded, ...synthetic]).filter(({ whole }) => !isChallenged(whole)),
  ]
  const groups = [...groupBy(wrong, nameOf)].sort(([, a], [, b]) => b.length - a.length)
  const people = groups.filter(([, [first]]) => first?.label === 'human')
  const bots = groups.filter(([, [first]]) => first?.label === 'bot').slice(0, GROUPS)
  const rows = [...people, ...bots].map(([name, visits]) => [
    name,
    reasons(visits, visits[0]!.label === 'human' ? 1 : -1),
    String(visits.length),
  ])
  return markdownTable(['who', 'what spoke for the wrong side', 'visits'], rows)
}
