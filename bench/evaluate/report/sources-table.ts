import { isChallenged, type Judged } from '../judge.js'
import { groupBy, peopleOf } from '../select-visits.js'
import { countChallenged } from './count-challenged.js'
import { markdownTable } from './markdown-table.js'

function sourceCells(source: string, visits: readonly Judged[]): string[] {
  const persons = [...groupBy(visits, ({ user }) => user).values()]
  const ever = persons.filter((own) => own.some(({ whole }) => isChallenged(whole)))
  const { shown, upper } = countChallenged(visits)
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
export function sourcesTable(recorded: readonly Judged[]): string {
  const groups = groupBy(peopleOf(recorded), ({ source }) => source)
  const head = ['source', 'fitted on', 'visits', 'challenged', 'at most (95 %)', 'blocked', 'persons ever challenged']
  return markdownTable(
    head,
    [...groups].map(([source, visits]) => sourceCells(source, visits)),
  )
}
