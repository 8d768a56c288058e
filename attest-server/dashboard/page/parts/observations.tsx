import { useState } from 'preact/hooks'
import type { SeenObservation } from '../../wire/session.js'
import { nameOf, seenWords, sourceOf } from '../words/observation-words.js'
import { Choice } from './field.js'
import { Table } from './table.js'

const sources = [
  { value: 'all', words: 'All' },
  { value: 'behaviour', words: 'Behaviour' },
  { value: 'browser', words: 'The browser' },
  { value: 'server', words: 'The server' },
  { value: 'visit', words: 'The visit' },
]

/** As many as are looked through at a glance; the others come on demand. */
const FIRST = 25

/** Everything that was observed: also what was not there, and why. Known ones first. */
export function Observations({ observations }: { observations: readonly SeenObservation[] }) {
  const [source, setSource] = useState('all')
  const [isAll, setAll] = useState(false)
  const chosen = observations.filter(({ id }) => source === 'all' || sourceOf(id) === source)
  const sorted = [...chosen].sort((a, b) => Number(b.state === 'ok') - Number(a.state === 'ok'))
  const shown = isAll ? sorted : sorted.slice(0, FIRST)
  return (
    <>
      <div class="narrow">
        <Choice label="Seen by" value={source} options={sources} onValue={setSource} />
      </div>
      <Table
        caption="Observations of this visit"
        rows={shown}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Observation', cell: (seen) => <Name {...seen} /> },
          { title: 'Value', cell: (seen) => <span class={seen.state === 'ok' ? '' : 'hint'}>{seenWords(seen)}</span> },
          { title: 'Name in rules', cell: ({ id }) => <code>{id}</code> },
        ]}
      />
      {shown.length < sorted.length && (
        <button type="button" class="quiet small after" onClick={() => setAll(true)}>
          Show all {sorted.length}
        </button>
      )}
    </>
  )
}

function Name({ id, description }: SeenObservation) {
  const name = nameOf(id)
  return (
    <>
      {name}
      {description && description !== name && <small>{description}</small>}
    </>
  )
}
