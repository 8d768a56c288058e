import { useState } from 'preact/hooks'
import type { DashboardSession, NewPassword, Security } from '../../wire/security.js'
import { ask } from '../api.js'
import { announce } from '../parts/announce.js'
import { TextField } from '../parts/field.js'
import { Fault, WhenLoaded } from '../parts/loading.js'
import { Badge, Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Passkeys } from '../parts/passkey-list.js'
import { Table } from '../parts/table.js'
import { ThemeChoice } from '../parts/theme-choice.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { zone } from '../words/format.js'
import { wayWords } from '../words/names.js'
import type { ViewProps } from './view.js'

/** How you come in, from where you are in, and how the dashboard looks. */
export function Account({ me }: ViewProps) {
  const loaded = useLoad('/security', (signal) => ask<Security>('GET', '/security', undefined, signal))
  return (
    <Page title="Account" lead={`${me.account.name}, plan ${me.account.plan}. You came in with your ${wayWords[me.session.by]}.`}>
      <WhenLoaded loaded={loaded} room={50}>
        {(security) => (
          <div class="panels">
            <Panel
              title="Passkeys"
              note="A passkey is a key that your device or password manager keeps. Nothing that could be stolen from the server opens this dashboard."
            >
              <Passkeys passkeys={security.passkeys} onChange={loaded.reload} />
            </Panel>
            <Panel title="Password" size="half">
              <Password
                hasPassword={security.hasPassword}
                needsCurrent={security.hasPassword && me.session.by !== 'token'}
                onChange={loaded.reload}
              />
            </Panel>
            <Panel title="Appearance" size="half">
              <ThemeChoice />
              <p class="note">Times are shown in {zone()}.</p>
            </Panel>
            <Panel title="Where you are logged in">
              <LoggedIn sessions={security.sessions} onChange={loaded.reload} />
            </Panel>
          </div>
        )}
      </WhenLoaded>
    </Page>
  )
}

interface PasswordProps {
  readonly hasPassword: boolean
  readonly needsCurrent: boolean
  readonly onChange: () => void
}

function Password({ hasPassword, needsCurrent, onChange }: PasswordProps) {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const { run, isBusy, fault } = useAction(async () => {
    await ask('PUT', '/security/password', { password, ...(needsCurrent && { current }) } satisfies NewPassword)
    setCurrent('')
    setPassword('')
    announce('The password is set. All other sessions have ended.')
    onChange()
  })
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  return (
    <form onSubmit={send}>
      {needsCurrent && (
        <TextField
          label="Current password"
          value={current}
          onValue={setCurrent}
          input={{ type: 'password', autocomplete: 'current-password', required: true, maxLength: 256 }}
        />
      )}
      <TextField
        label={hasPassword ? 'New password' : 'Password'}
        hint="12 characters or more. All other sessions end."
        value={password}
        onValue={setPassword}
        input={{ type: 'password', autocomplete: 'new-password', required: true, minLength: 12, maxLength: 256 }}
      />
      {fault && <Fault fault={fault} />}
      <button type="submit" disabled={isBusy}>
        {hasPassword ? 'Change the password' : 'Set a password'}
      </button>
    </form>
  )
}

function LoggedIn({ sessions, onChange }: { sessions: readonly DashboardSession[]; onChange: () => void }) {
  const { run, isBusy, fault } = useAction(async ({ id }: DashboardSession) => {
    await ask('DELETE', `/security/sessions/${encodeURIComponent(id)}`)
    announce('That session has ended.')
    onChange()
  })
  const end = (session: DashboardSession) => (
    <button
      type="button"
      class="quiet small"
      aria-label={`End the session of ${session.browser ?? 'an unknown browser'}`}
      disabled={isBusy}
      onClick={() => run(session)}
    >
      End
    </button>
  )
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table
        caption="Sessions of this dashboard"
        rows={sessions}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Browser', cell: ({ browser, isThis }) => <Browser name={browser} isThis={isThis} /> },
          { title: 'Came in with', cell: ({ by }) => wayWords[by] },
          { title: 'Began', cell: ({ createdAt }) => <Time at={createdAt} /> },
          { title: 'Last seen', cell: ({ seenAt }) => <Time at={seenAt} /> },
          { title: 'Ends', cell: ({ expiresAt }) => <Time at={expiresAt} /> },
          { title: 'End', isQuiet: true, cell: (session) => !session.isThis && end(session) },
        ]}
      />
    </>
  )
}

function Browser({ name, isThis }: { name: string | null; isThis: boolean }) {
  return (
    <>
      {name ?? 'It did not say'} {isThis && <Badge tone="good">This one</Badge>}
    </>
  )
}
