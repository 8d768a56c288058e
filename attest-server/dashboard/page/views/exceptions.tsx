import { useState } from 'preact/hooks'
import type { Exception, NewException as Wanted } from '../../wire/exceptions.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Confirm } from '../parts/dialog.js'
import { Choice, TextField } from '../parts/field.js'
import { Empty, Fault, WhenLoaded } from '../parts/loading.js'
import { Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Table } from '../parts/table.js'
import { address } from '../router.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { fromNow } from '../words/format.js'
import type { ViewProps } from './view.js'

/** Visitors who are let through: somebody was turned away wrongly, read their support code out, and is to come in. */
export function Exceptions({ project }: ViewProps) {
  const path = ofProject(project.id, 'exceptions')
  const loaded = useLoad(path, (signal) => ask<readonly Exception[]>('GET', path, undefined, signal))
  return (
    <Page
      title="Exceptions"
      lead="Whoever is turned away sees a support code. Given to you, it lets this visitor through, whatever is seen of them."
    >
      <div class="panels">
        <Panel title="Let a visitor through">
          <NewException project={project.id} onMade={loaded.reload} />
        </Panel>
        <Panel title="Who is let through">
          <WhenLoaded loaded={loaded} room={10}>
            {(exceptions) =>
              exceptions.length === 0 ? (
                <Empty title="Nobody needs an exception." />
              ) : (
                <List exceptions={exceptions} project={project.id} onChange={loaded.reload} />
              )
            }
          </WhenLoaded>
        </Panel>
      </div>
    </Page>
  )
}

const lengths = [
  { value: '3600', words: 'An hour' },
  { value: '86400', words: 'A day' },
  { value: '604800', words: 'A week' },
  { value: '2592000', words: '30 days' },
  { value: '7776000', words: '90 days' },
]

function NewException({ project, onMade }: { project: string; onMade: () => void }) {
  const [reference, setReference] = useState('')
  const [seconds, setSeconds] = useState('604800')
  const { run, isBusy, fault, clear } = useAction(async () => {
    const made = await ask<Exception>('POST', ofProject(project, 'exceptions'), { reference, seconds: Number(seconds) } satisfies Wanted)
    announce(`${made.reference} is let through.`)
    setReference('')
    onMade()
  })
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  const type = (value: string) => {
    setReference(value)
    clear()
  }
  return (
    <form class="inline-form" onSubmit={send}>
      <TextField
        label="Support code"
        value={reference}
        onValue={type}
        input={{ required: true, autocomplete: 'off', spellcheck: false, placeholder: '7K3VM-Q2XR9' }}
      />
      <Choice label="For" value={seconds} options={lengths} onValue={setSeconds} />
      <button type="submit" disabled={isBusy}>
        Let through
      </button>
      {reference.trim() && (
        <a class="look-first" href={address([project, 'sessions', reference.trim()])}>
          Look first why they were turned away
        </a>
      )}
      {fault && <Fault fault={fault} />}
    </form>
  )
}

const boundWords = { device: 'The device’s key, in every tab', session: 'The session: no key was there' } as const

function List({ exceptions, project, onChange }: { exceptions: readonly Exception[]; project: string; onChange: () => void }) {
  const [leaving, setLeaving] = useState<Exception>()
  const { run, fault } = useAction(async ({ reference }: Exception) => {
    await ask('DELETE', ofProject(project, 'exceptions', reference))
    announce(`The exception ${reference} has ended.`)
    onChange()
  })
  const end = (exception: Exception) => (
    <button type="button" class="quiet small" aria-label={`End the exception ${exception.reference}`} onClick={() => setLeaving(exception)}>
      End
    </button>
  )
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table
        caption="Exceptions, the first to end first"
        rows={exceptions}
        keyOf={({ reference }) => reference}
        columns={[
          { title: 'Support code', cell: ({ reference }) => <a href={address([project, 'sessions', reference])}>{reference}</a> },
          { title: 'Holds for', cell: ({ bound_to }) => boundWords[bound_to] },
          {
            title: 'Ends',
            cell: ({ until }) => (
              <>
                <Time at={until} /> <small>{fromNow(Date.parse(until), Date.now())}</small>
              </>
            ),
          },
          { title: 'End', isQuiet: true, cell: end },
        ]}
      />
      {leaving && (
        <Confirm title="End this exception?" action="End it" onConfirm={() => run(leaving)} onClose={() => setLeaving(undefined)}>
          <p>{leaving.reference} is judged like everybody else again, from the next verdict on.</p>
        </Confirm>
      )}
    </>
  )
}
