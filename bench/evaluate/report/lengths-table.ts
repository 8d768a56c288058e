import { CUTS } from '../../lib/readings-at.js'
import type { Judged } from '../judge.js'
import { groupBy, peopleOf } from '../select-visits.js'
import { countChallenged } from './count-challenged.js'
import { markdownTable } from './markdown-table.js'

/** People by device and by how long their visits last. */
export function lengthsTable(recorded: readonly Judged[]): string {
  const lengths = [[0, CUTS[0]!], ...CUTS.map((from, i) => [from, CUTS[i + 1] ?? Infinity])] as [number, number][]
  const people = peopleOf(recorded)
  const rows = [...groupBy(people, ({ device }) => device)].flatMap(([device, own]) =>
    lengths.flatMap(([from, to]) => {
      const visits = own.filter(({ duration }) => duration >= 1000 * from && duration < 1000 * to)
      if (visits.length === 0) return []
      const { shown, upper } = countChallenged(visits)
      return [[`${device}, ${to === Infinity ? `${from} s and more` : `${from} to ${to} s`}`, String(visits.length), shown, upper]]
    }),
  )
  return markdownTable(['device and length', 'visits', 'challenged', 'at most (95 %)'], rows)
}
