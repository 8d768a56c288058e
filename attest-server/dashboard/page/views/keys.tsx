import { useState } from 'preact/hooks'
import type { ApiKey, IssuedApiKey, KeyKind, NewApiKey, RotatedKey, Scoring } from '../../wire/keys.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Confirm } from '../parts/dialog.js'
import { Choice, TextField } from '../parts/field.js'
import { Empty, Fault, WhenLoaded } from '../parts/loading.js'
import { Badge, Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Copyable, NewSecret } from '../parts/secret.js'
import { type Column, Table } from '../parts/table.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { keyKindWords } from '../words/names.js'
import type { ViewProps } from './view.js'

/** What pages and backends identify themselves with. */
export function Keys({ project }: ViewProps) {
  const path = ofProject(project.id, 'keys')
  const loaded = useLoad(path, (signal) => ask<readonly ApiKey[]>('GET', path, undefined, signal))
  return (
    <Page title="Keys" lead="A secret key is shown once, when it is made. What is kept is a digest.">
      <div class="panels">
        <Panel title="In the page" note={`Public. Taken from ${project.origins.join(', ') || 'no origin yet'}.`}>
          <Copyable label="the site key" text={project.siteKey} />
        </Panel>
        <ScoringKeys project={project.id} />
        <Panel title="Keys of the other APIs">
          <NewKey project={project.id} onMade={loaded.reload} />
          <WhenLoaded loaded={loaded} room={10}>
            {(keys) =>
              keys.length === 0 ? (
                <Empty title="No keys of the other APIs." />
              ) : (
                <KeyList keys={keys} project={project.id} onChange={loaded.reload} />
              )
            }
          </WhenLoaded>
        </Panel>
      </div>
    </Page>
  )
}

function ScoringKeys({ project }: { project: string }) {
  const [secret, setSecret] = useState<string>()
  const [asked, setAsked] = useState<'site' | 'private'>()
  const [isEnabling, setEnabling] = useState(false)
  const enable = useAction(async () => {
    const { private_key } = await ask<Scoring>('POST', ofProject(project, 'scoring'))
    if (private_key) setSecret(private_key)
    else announce('It is on already, and its private key was shown then.')
  })
  const rotate = useAction(async (type: 'site' | 'private') => {
    const { key } = await ask<RotatedKey>('POST', ofProject(project, 'scoring', 'rotate'), { type })
    setSecret(key)
  })
  const fault = enable.fault ?? rotate.fault
  return (
    <Panel
      title="Your backend’s private key"
      note="With it, sk_…, your backend asks for reasons and reads sessions. The project was made with one; turning the sessions API on puts another in its place. After that, it can be exchanged."
    >
      {secret && <NewSecret label="This is the new key." text={secret} onDone={() => setSecret(undefined)} />}
      {fault && <Fault fault={fault} />}
      <div class="buttons">
        <button type="button" class="quiet" disabled={enable.isBusy} onClick={() => setEnabling(true)}>
          Turn the sessions API on
        </button>
        <button type="button" class="quiet" disabled={rotate.isBusy} onClick={() => setAsked('private')}>
          Exchange the private key
        </button>
        <button type="button" class="quiet" disabled={rotate.isBusy} onClick={() => setAsked('site')}>
          Exchange the site key
        </button>
      </div>
      {isEnabling && (
        <Confirm title="Turn the sessions API on?" action="Turn on" onConfirm={enable.run} onClose={() => setEnabling(false)}>
          <p>
            A new private key is made, and shown once. The one in use is worthless at once, and so is the one that{' '}
            <code>vouchsafe project create</code> has shown: a backend that still has it is refused.
          </p>
          <p>If the sessions API is on already, nothing changes.</p>
        </Confirm>
      )}
      {asked && (
        <Confirm
          title={`Exchange the ${asked} key?`}
          action="Exchange"
          onConfirm={() => rotate.run(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            The old one is worthless at once:{' '}
            {asked === 'site' ? 'pages that still have it get no verdicts' : 'a backend that still has it is refused'}.
          </p>
        </Confirm>
      )}
    </Panel>
  )
}

const kinds = Object.entries(keyKindWords).map(([value, words]) => ({ value, words }))

function NewKey({ project, onMade }: { project: string; onMade: () => void }) {
  const [kind, setKind] = useState<KeyKind>('nobotspls')
  const [name, setName] = useState('')
  const [made, setMade] = useState<IssuedApiKey>()
  const { run, isBusy, fault } = useAction(async () => {
    const wanted: NewApiKey = { kind, ...(name.trim() && { name: name.trim() }) }
    setMade(await ask<IssuedApiKey>('POST', ofProject(project, 'keys'), wanted))
    setName('')
    onMade()
  })
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  return (
    <>
      <form class="inline-form" onSubmit={send}>
        <Choice label="For" value={kind} options={kinds} onValue={(value) => setKind(value as KeyKind)} />
        <TextField label="Name" value={name} onValue={setName} input={{ maxLength: 100, autocomplete: 'off' }} />
        <button type="submit" disabled={isBusy}>
          Make a key
        </button>
      </form>
      {fault && <Fault fault={fault} />}
      {made && <NewSecret label={`${made.name || 'The new key'} is made.`} text={made.key} onDone={() => setMade(undefined)} />}
    </>
  )
}

function KeyList({ keys, project, onChange }: { keys: readonly ApiKey[]; project: string; onChange: () => void }) {
  const [leaving, setLeaving] = useState<ApiKey>()
  const { run, fault } = useAction(async (key: ApiKey) => {
    await ask('DELETE', ofProject(project, 'keys', key.id))
    announce(`${key.name || key.id} is worthless now.`)
    onChange()
  })
  const columns: readonly Column<ApiKey>[] = [
    { title: 'Name', cell: ({ name, id }) => name || id },
    { title: 'For', cell: ({ kind }) => keyKindWords[kind] },
    { title: 'Plan', cell: ({ tier }) => tier },
    { title: 'Public part', cell: ({ public_key }) => (public_key ? <code>{public_key}</code> : '–') },
    { title: 'Made', cell: ({ created_at }) => <Time at={created_at} /> },
    { title: 'State', cell: ({ revoked_at }) => (revoked_at ? <Badge>Revoked</Badge> : <Badge tone="good">Good</Badge>) },
    {
      title: 'Revoke',
      isQuiet: true,
      cell: (key) =>
        !key.revoked_at && (
          <button type="button" class="quiet small" aria-label={`Revoke ${key.name || key.id}`} onClick={() => setLeaving(key)}>
            Revoke
          </button>
        ),
    },
  ]
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table caption="Keys of the other APIs, the oldest first" columns={columns} rows={keys} keyOf={({ id }) => id} />
      {leaving && (
        <Confirm title="Revoke this key?" action="Revoke" onConfirm={() => run(leaving)} onClose={() => setLeaving(undefined)}>
          <p>“{leaving.name || leaving.id}” is worthless at once, and stays so.</p>
        </Confirm>
      )}
    </>
  )
}
