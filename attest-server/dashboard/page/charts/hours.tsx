import type { HourOfActions } from '../../wire/overview.js'
import type { Action } from '../../wire/sessions.js'
import { ActionMark } from '../parts/marks.js'
import { Table } from '../parts/table.js'
import { count, counted, toHour } from '../words/format.js'
import { actionWords } from '../words/names.js'
import { Chart } from './chart.js'
import { Columns } from './columns.js'

const actions: readonly Action[] = ['allow', 'challenge', 'block']

const total = (hours: readonly HourOfActions[], action: Action): number => hours.reduce((sum, hour) => sum + hour[action], 0)

/** Neighbours together, so that no column is too narrow to be seen: of a month, a column is six hours. */
export function gather(hours: readonly HourOfActions[], most: number): readonly HourOfActions[] {
  const size = Math.ceil(hours.length / most)
  const groups = Array.from({ length: Math.ceil(hours.length / size) }, (_, i) => hours.slice(i * size, (i + 1) * size))
  return groups.map((group) => ({
    at: group[0]!.at,
    allow: total(group, 'allow'),
    challenge: total(group, 'challenge'),
    block: total(group, 'block'),
  }))
}

/** What was decided over time: one drawing for each action, each to its own measure, or a hundred blocks would not be seen beside a million that pass. */
export function HoursChart({ hours }: { hours: readonly HourOfActions[] }) {
  const groups = gather(hours, 120)
  const [first, last] = [groups[0], groups.at(-1)]
  if (!first || !last) return null
  const middle = groups[Math.floor(groups.length / 2)]!
  const ticks = [
    { at: 0, words: toHour(first.at) },
    { at: 0.5, words: toHour(middle.at) },
    { at: 1, words: toHour(last.at) },
  ]
  const summary = `Verdicts from ${toHour(first.at)} to ${toHour(last.at)}: ${actions.map((action) => `${actionWords[action]} ${count(total(hours, action))}`).join(', ')}.`
  return (
    <Chart summary={summary} table={<HoursTable hours={groups} />}>
      {actions.map((action) => (
        <div class="small-multiple" key={action}>
          <p>
            <ActionMark action={action} /> <strong>{count(total(hours, action))}</strong>
          </p>
          <Columns
            values={groups.map((hour) => hour[action])}
            toneOf={() => action}
            titleOf={(i) => `${toHour(groups[i]!.at)}: ${counted(groups[i]![action], 'verdict')}`}
            ticks={action === 'block' ? ticks : []}
          />
        </div>
      ))}
    </Chart>
  )
}

function HoursTable({ hours }: { hours: readonly HourOfActions[] }) {
  return (
    <Table
      isCompact
      caption="Verdicts by time"
      rows={[...hours].reverse()}
      keyOf={({ at }) => at}
      columns={[
        { title: 'From', cell: ({ at }) => toHour(at) },
        ...actions.map((action) => ({
          title: actionWords[action],
          isNumber: true,
          cell: (hour: HourOfActions) => count(hour[action]),
        })),
      ]}
    />
  )
}
