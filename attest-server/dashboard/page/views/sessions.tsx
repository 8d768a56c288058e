import { useState } from 'preact/hooks'
import type { ListedSession } from '../../wire/sessions.js'
import { Empty, Fault } from '../parts/loading.js'
import { ActionMark, Likelihood, Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { type Column, Table } from '../parts/table.js'
import { address, navigate } from '../router.js'
import { useSessions } from '../use-sessions.js'
import { counted } from '../words/format.js'
import { countryName, networkName } from '../words/names.js'
import { kindName } from '../words/observation-words.js'
import { Filters, readFilter } from './session-filters.js'
import type { ViewProps } from './view.js'

/** The newest sessions. While the list is live, new ones come in by themselves; a press stops it, so that nothing moves under one's eyes. */
export function Sessions({ project, query }: ViewProps) {
  const filter = readFilter(query)
  const [isLive, setLive] = useState(true)
  const { sessions, fresh, next, fault, isLoading, more, show, reload } = useSessions(project.id, filter, isLive)
  const columns: readonly Column<ListedSession>[] = [
    {
      title: 'Reference',
      cell: ({ reference, jti }) => (
        <a class="whole" href={address([project.id, 'sessions', jti])}>
          {reference}
        </a>
      ),
    },
    { title: 'Time', cell: ({ at }) => <Time at={at} /> },
    { title: 'Decision', cell: ({ action }) => <ActionMark action={action} /> },
    { title: 'Likely a program', isNumber: true, cell: ({ posterior }) => <Likelihood posterior={posterior} /> },
    { title: 'Looks like', cell: ({ kind, verified }) => verified ?? (kind ? kindName(kind) : '–') },
    { title: 'Page', cell: ({ page, origin }) => <PageOf page={page} origin={origin} /> },
    { title: 'Network', cell: ({ network, country }) => <Where network={network} country={country} /> },
  ]
  return (
    <Page
      title="Sessions"
      lead="Every verdict of a visit, the newest first. Open one to see why."
      actions={
        <button type="button" class="quiet" aria-pressed={!isLive} onClick={() => setLive(!isLive)}>
          {isLive ? 'Pause' : 'Go on'}
        </button>
      }
    >
      <Lookup onFind={(name) => navigate(address([project.id, 'sessions', name]))} />
      <Filters filter={filter} onChange={(changed) => navigate(address([project.id, 'sessions'], changed), 'replace')} />
      {fault && <Fault fault={fault} retry={reload} />}
      {/* Says that there are some, once: a count that is read out every few seconds would drown all else. */}
      <p class="unseen" role="status">
        {fresh > 0 ? 'New verdicts have come in.' : ''}
      </p>
      <div class="fresh">
        {fresh > 0 && (
          <button type="button" class="quiet small" onClick={show}>
            Show {counted(fresh, 'new verdict')}
          </button>
        )}
        {fresh === 0 && <span class="hint">{isLive ? 'Live: looks for new ones every few seconds.' : 'Paused.'}</span>}
      </div>
      {sessions.length > 0 && <Table caption="Verdicts, the newest first" columns={columns} rows={sessions} keyOf={({ jti }) => jti} />}
      {sessions.length === 0 && !isLoading && !fault && (
        <NoSessions isFiltered={Object.values(filter).some(Boolean)} hasMore={next !== null} />
      )}
      {sessions.length === 0 && isLoading && <div class="loading" style={{ minHeight: '30rem' }} />}
      {next && (
        <p class="pager">
          <button type="button" class="quiet" disabled={isLoading} onClick={more}>
            Older ones
          </button>
        </p>
      )}
    </Page>
  )
}

function PageOf({ page, origin }: { page: string; origin: string }) {
  return (
    <>
      {page || 'no action'} <small>{origin.replace(/^https:\/\//, '')}</small>
    </>
  )
}

function Where({ network, country }: Pick<ListedSession, 'network' | 'country'>) {
  return (
    <>
      {networkName(network)} {country && <small>{countryName(country)}</small>}
    </>
  )
}

function NoSessions({ isFiltered, hasMore }: { isFiltered: boolean; hasMore: boolean }) {
  if (hasMore) return <Empty title="None among the newest. Look among older ones below." />
  return isFiltered ? (
    <Empty title="No verdict fits these filters." />
  ) : (
    <Empty title="No verdicts yet.">
      <p>They appear here as soon as somebody opens a page with the script.</p>
    </Empty>
  )
}

function Lookup({ onFind }: { onFind: (name: string) => void }) {
  const [name, setName] = useState('')
  const find = (event: Event) => {
    event.preventDefault()
    if (name.trim()) onFind(name.trim())
  }
  return (
    <search>
      <form class="lookup" onSubmit={find}>
        <label for="lookup">Support code, session or verdict</label>
        <div class="together">
          <input
            id="lookup"
            type="search"
            placeholder="7K3VM-Q2XR9"
            value={name}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="quiet">
            Find
          </button>
        </div>
      </form>
    </search>
  )
}
