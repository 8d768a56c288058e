import { CUTS } from '../../lib/readings-at.js'
import { isChallenged, type Judged } from '../judge.js'
import { groupBy, peopleOf } from '../select-visits.js'
import { binomialBounds } from '../statistics/binomial-bounds.js'
import { markdownTable, percent } from './markdown-table.js'

function stopped(visits: readonly Judged[]): { shown: string; upper: string } {
  const k = visits.filter(({ whole }) => isChallenged(whole)).length
  return { shown: `${k} (${percent(k / visits.length, 2)})`, upper: percent(binomialBounds(k, visits.length).high, 2) }
}

function sourceCells(source: string, visits: readonly Judged[]): string[] {
  const persons = [...groupBy(visits, ({ user }) => user).values()]
  const ever = persons.filter((own) => own.some(({ whole }) => isChallenged(whole)))
  const { shown, upper } = stopped(visits)
  const blocked = visits.filter(({ whole }) => whole.action === 'block').length
  const of = `${ever.length} of ${persons.length}`
  return [
    `${source}, ${visits[0]!.device}`,
    visits[0]!.unseen ? 'no' : 'other people',
    String(visits.length),
    shown,
    upper,
    String(blocked),
    of,
  ]
}

/** People by source. */
export function tellSources(recorded: readonly Judged[]): string {
  const groups = groupBy(peopleOf(recorded), ({ source }) => source)
  const head = ['source', 'fitted on', 'visits', 'challenged', 'at most (95 %)', 'blocked', 'persons ever challenged']
  return markdownTable(
    head,
    [...groups].map(([source, visits]) => sourceCells(source, visits)),
  )
}

/** People by device and by how long their visits last. */
export function tellLengths(recorded: readonly Judged[]): string {
  const lengths = [[0, CUTS[0]!], ...CUTS.map((from, i) => [from, CUTS[i + 1] ?? Infinity])] as [number, number][]
  const people = peopleOf(recorded)
  const rows = [...groupBy(people, ({ device }) => device)].flatMap(([device, own]) =>
    lengths.flatMap(([from, to]) => {
      const visits = own.filter(({ duration }) => duration >= 1000 * from && duration < 1000 * to)
      if (visits.length === 0) return []
      const { shown, upper } = stopped(visits)
      return [[`${device}, ${to === Infinity ? `${from} s and more` : `${from} to ${to} s`}`, String(visits.length), shown, upper]]
    }),
  )
  return markdownTable(['device and length', 'visits', 'challenged', 'at most (95 %)'], rows)
}
