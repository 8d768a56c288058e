import { Table } from '../parts/table.js'
import { count, counted, shareOf } from '../words/format.js'
import { Chart } from './chart.js'
import { Columns } from './columns.js'

/** Scores in steps, as a table can be read: 1–9, 10–19, … */
const steps = Array.from({ length: 10 }, (_, i) => ({ from: Math.max(1, i * 10), to: i * 10 + 9 }))
const within = (scores: readonly number[], from: number, to: number): number =>
  scores.slice(from, to + 1).reduce((sum, many) => sum + many, 0)

/** Scores from 1, surely a bot, to 99, surely a person. @param of what was scored, for the words @param threshold below it, a visit is likely automated */
export function ScoresChart({ scores, of, threshold }: { scores: readonly number[]; of: string; threshold?: number }) {
  const all = within(scores, 1, 99)
  const low = within(scores, 1, 29)
  const summary = `Scores of ${count(all)} ${of}: ${shareOf(low, all)} below 30, ${shareOf(within(scores, 30, 69), all)} from 30 to 69, ${shareOf(within(scores, 70, 99), all)} from 70.`
  const table = (
    <Table
      isCompact
      caption={`Scores of ${of}`}
      rows={steps}
      keyOf={({ from }) => `${from}`}
      columns={[
        { title: 'Score', cell: ({ from, to }) => `${from} to ${to}` },
        { title: 'How many', isNumber: true, cell: ({ from, to }) => count(within(scores, from, to)) },
        { title: 'Share', isNumber: true, cell: ({ from, to }) => shareOf(within(scores, from, to), all) },
      ]}
    />
  )
  return (
    <Chart summary={summary} table={table}>
      <Columns
        height="high"
        values={scores.slice(1, 100)}
        toneOf={(i) => (threshold === undefined ? scoreTone(i + 1) : i + 1 < threshold ? 'block' : 'plain')}
        titleOf={(i) => `Score ${i + 1}: ${counted(scores[i + 1] ?? 0, 'visit')}`}
        ticks={[
          { at: 0, words: '1: surely a bot' },
          { at: 1, words: '99: surely a person' },
        ]}
        {...(threshold !== undefined && { mark: { at: (threshold - 1) / 99, words: `${threshold}` } })}
      />
    </Chart>
  )
}

const scoreTone = (score: number): string => (score < 30 ? 'block' : score < 60 ? 'challenge' : 'allow')
