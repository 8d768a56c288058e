import type { ComponentChildren } from 'preact'
import type { Tally } from '../../wire/overview.js'
import { Table } from '../parts/table.js'
import { count, shareOf } from '../words/format.js'

interface TalliesProps {
  readonly caption: string
  readonly what: string
  readonly tallies: readonly Tally[]
  readonly name: (name: string) => ComponentChildren
  /** Of how many; without it, of all that are listed. */
  readonly of?: number
}

/** How many of each, the most first: a table, whose rows have bars. */
export function Tallies({ caption, what, tallies, name, of }: TalliesProps) {
  const all = of ?? tallies.reduce((sum, tally) => sum + tally.count, 0)
  const most = Math.max(1, ...tallies.map((tally) => tally.count))
  const bar = (tally: Tally) => (
    <span class="bar-cell">
      <span class="bar" aria-hidden="true" style={{ width: `${(100 * tally.count) / most}%` }} />
      <span class="bar-words">{name(tally.name)}</span>
    </span>
  )
  return (
    <div class="tallies">
      <Table
        isCompact
        caption={caption}
        rows={tallies}
        keyOf={(tally) => tally.name}
        columns={[
          { title: what, cell: bar },
          { title: 'Visits', isNumber: true, cell: (tally) => count(tally.count) },
          { title: 'Share', isNumber: true, cell: (tally) => shareOf(tally.count, all) },
        ]}
      />
    </div>
  )
}
