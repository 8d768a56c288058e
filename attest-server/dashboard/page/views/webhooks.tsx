import { useState } from 'preact/hooks'
import type { Deliveries, Delivery } from '../../wire/webhooks.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Dialog } from '../parts/dialog.js'
import { Empty, Fault, WhenLoaded } from '../parts/loading.js'
import { Badge, Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { type Column, Table } from '../parts/table.js'
import { address } from '../router.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { counted } from '../words/format.js'
import type { ViewProps } from './view.js'

/** What was sent to webhooks, and what came of it. */
export function Webhooks({ project }: ViewProps) {
  const path = ofProject(project.id, 'webhooks')
  const loaded = useLoad(path, (signal) => ask<Deliveries>('GET', path, undefined, signal))
  return (
    <Page
      title="Webhooks"
      lead="The last hundred messages of three days. A message that failed is tried again by itself for a while, and by you whenever you like."
      actions={
        <button type="button" class="quiet" onClick={loaded.reload}>
          Look again
        </button>
      }
    >
      <WhenLoaded loaded={loaded} room={24}>
        {({ deliveries }) =>
          deliveries.length === 0 ? <NoMessages /> : <Log deliveries={deliveries} project={project.id} onChange={loaded.reload} />
        }
      </WhenLoaded>
    </Page>
  )
}

function NoMessages() {
  return (
    <Empty title="No messages in three days.">
      <p>A session that asks for a webhook gets one when its verdict changes. The guide to the API of behaviour says how to ask.</p>
    </Empty>
  )
}

const states = {
  delivered: { tone: 'good', words: 'Delivered' },
  waiting: { tone: 'warn', words: 'Waiting' },
  failed: { tone: 'bad', words: 'Failed' },
} as const

function Log({ deliveries, project, onChange }: { deliveries: readonly Delivery[]; project: string; onChange: () => void }) {
  const [open, setOpen] = useState<Delivery>()
  const { run, isBusy, fault } = useAction(async ({ id }: Delivery) => {
    await ask<Delivery>('POST', ofProject(project, 'webhooks', id, 'replay'))
    announce('It goes out again.')
    onChange()
  })
  const columns: readonly Column<Delivery>[] = [
    { title: 'Made', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { title: 'To', cell: ({ url }) => <span class="breakable">{url}</span> },
    { title: 'State', cell: ({ status }) => <Badge tone={states[status].tone}>{states[status].words}</Badge> },
    { title: 'Last try', cell: (delivery) => <LastTry {...delivery} /> },
    { title: 'Message', cell: (delivery) => <Open delivery={delivery} onOpen={setOpen} /> },
    {
      title: 'Send again',
      isQuiet: true,
      cell: (delivery) =>
        delivery.status !== 'waiting' && (
          <button
            type="button"
            class="quiet small"
            aria-label={`Send ${delivery.id} again`}
            disabled={isBusy}
            onClick={() => run(delivery)}
          >
            Send again
          </button>
        ),
    },
  ]
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table caption="Messages, the newest first" columns={columns} rows={deliveries} keyOf={({ id }) => id} />
      {open && <Message delivery={open} project={project} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function LastTry({ attempts, outcome, triedAt, nextAt }: Delivery) {
  return (
    <>
      {outcome ?? 'not tried yet'}
      <small>
        {counted(attempts, 'try', 'tries')}
        {triedAt && (
          <>
            , <Time at={triedAt} />
          </>
        )}
        {nextAt && (
          <>
            ; next <Time at={nextAt} />
          </>
        )}
      </small>
    </>
  )
}

function Open({ delivery, onOpen }: { delivery: Delivery; onOpen: (delivery: Delivery) => void }) {
  return (
    <button type="button" class="quiet small" aria-label={`Look at ${delivery.id}`} onClick={() => onOpen(delivery)}>
      Look
    </button>
  )
}

/** JSON with line breaks; what is none stays as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

function Message({ delivery, project, onClose }: { delivery: Delivery; project: string; onClose: () => void }) {
  return (
    <Dialog title="Message" onClose={onClose}>
      <p>
        <code>{delivery.id}</code>
      </p>
      {delivery.session && (
        <p>
          About <a href={address([project, 'sessions', delivery.session])}>this session</a>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse must be able to. */}
      <pre tabIndex={0}>
        <code>{pretty(delivery.body)}</code>
      </pre>
      <form method="dialog" class="buttons">
        <button type="submit" class="quiet">
          Close
        </button>
      </form>
    </Dialog>
  )
}
