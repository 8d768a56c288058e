import { useState } from 'preact/hooks'
import type { Passkey } from '../../wire/security.js'
import { ask } from '../api.js'
import { addPasskey, passkeyObstacle } from '../passkeys.js'
import { useAction } from '../use-action.js'
import { announce } from './announce.js'
import { Confirm } from './dialog.js'
import { TextField } from './field.js'
import { Empty, Fault } from './loading.js'
import { Time } from './marks.js'
import { Table } from './table.js'

/** Passkeys of the account: one more, and away with one. */
export function Passkeys({ passkeys, onChange }: { passkeys: readonly Passkey[]; onChange: () => void }) {
  return (
    <>
      {passkeys.length === 0 ? <Empty title="No passkey yet." /> : <List passkeys={passkeys} onChange={onChange} />}
      <NewPasskey onMade={onChange} />
    </>
  )
}

function NewPasskey({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('')
  const { run, isBusy, fault } = useAction(async () => {
    const made = await addPasskey(name.trim())
    if (!made) return announce('No passkey was made.')
    setName('')
    announce(`The passkey “${made.name}” is made.`)
    onMade()
  })
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  const obstacle = passkeyObstacle()
  if (obstacle) return <p class="notice">{obstacle}</p>
  return (
    <form class="inline-form" onSubmit={send}>
      <TextField
        label="Name of the new passkey"
        value={name}
        onValue={setName}
        input={{ required: true, maxLength: 64, placeholder: 'Laptop', autocomplete: 'off' }}
      />
      <button type="submit" disabled={isBusy}>
        Make a passkey
      </button>
      {fault && <Fault fault={fault} />}
    </form>
  )
}

function List({ passkeys, onChange }: { passkeys: readonly Passkey[]; onChange: () => void }) {
  const [leaving, setLeaving] = useState<Passkey>()
  const { run, fault } = useAction(async ({ id, name }: Passkey) => {
    await ask('DELETE', `/security/passkeys/${encodeURIComponent(id)}`)
    announce(`The passkey “${name}” opens nothing any more.`)
    onChange()
  })
  const remove = (passkey: Passkey) => (
    <button type="button" class="quiet small" aria-label={`Remove ${passkey.name}`} onClick={() => setLeaving(passkey)}>
      Remove
    </button>
  )
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table
        caption="Your passkeys"
        rows={passkeys}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Name', cell: ({ name }) => name },
          { title: 'Made', cell: ({ createdAt }) => <Time at={createdAt} /> },
          { title: 'Last used', cell: ({ usedAt }) => (usedAt ? <Time at={usedAt} /> : 'never') },
          { title: 'Remove', isQuiet: true, cell: remove },
        ]}
      />
      {leaving && (
        <Confirm title="Remove this passkey?" action="Remove" onConfirm={() => run(leaving)} onClose={() => setLeaving(undefined)}>
          <p>“{leaving.name}” does not open this dashboard any more. Your device may keep it; remove it there, too.</p>
        </Confirm>
      )}
    </>
  )
}
