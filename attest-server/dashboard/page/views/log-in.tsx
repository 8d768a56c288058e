import { useEffect, useState } from 'preact/hooks'
import type { Me, PasswordLogin, TokenLogin } from '../../wire/login.js'
import { ask } from '../api.js'
import { Brand } from '../parts/brand.js'
import { TextField } from '../parts/field.js'
import { Fault } from '../parts/loading.js'
import { enterByPasskey, passkeyObstacle } from '../passkeys.js'
import { useAction } from '../use-action.js'

interface LogInProps {
  /** There was a session, and it is over. */
  readonly isEnded: boolean
  readonly onEnter: (me: Me) => void
}

/** In by passkey, by password, or by the account's API token. */
export function LogIn({ isEnded, onEnter }: LogInProps) {
  useEffect(() => {
    document.title = 'Log in · Vouchsafe'
  }, [])
  return (
    <main class="alone log-in">
      <Brand />
      <h1>Log in</h1>
      {isEnded && (
        <p class="notice" role="status">
          Your session is over. Log in again to go on where you were.
        </p>
      )}
      <Passkey onEnter={onEnter} />
      <Password onEnter={onEnter} />
      <Token onEnter={onEnter} />
    </main>
  )
}

type WayProps = Pick<LogInProps, 'onEnter'>

function Passkey({ onEnter }: WayProps) {
  const [isOff, setOff] = useState(false)
  const { run, isBusy, fault } = useAction(async () => {
    setOff(false)
    const me = await enterByPasskey()
    if (me) onEnter(me)
    else setOff(true)
  })
  const obstacle = passkeyObstacle()
  if (obstacle) return <p class="notice">{obstacle}</p>
  return (
    <section aria-label="With a passkey">
      <button type="button" class="wide" disabled={isBusy} onClick={run}>
        Log in with a passkey
      </button>
      {isOff && (
        <p class="hint" role="status">
          No passkey was used. Try again, or log in otherwise and make one in your account.
        </p>
      )}
      {fault && <Fault fault={fault} />}
    </section>
  )
}

function Password({ onEnter }: WayProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { run, isBusy, fault } = useAction(async () =>
    onEnter(await ask<Me>('POST', '/login/password', { email, password } satisfies PasswordLogin)),
  )
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  return (
    <form onSubmit={send}>
      <h2>With a password</h2>
      <TextField
        label="E-mail address"
        value={email}
        onValue={setEmail}
        input={{ type: 'email', name: 'email', autocomplete: 'username', required: true }}
      />
      <TextField
        label="Password"
        value={password}
        onValue={setPassword}
        input={{ type: 'password', name: 'password', autocomplete: 'current-password', required: true, maxLength: 256 }}
      />
      {fault && <Fault fault={fault} />}
      <button type="submit" class="wide quiet" disabled={isBusy}>
        Log in
      </button>
    </form>
  )
}

function Token({ onEnter }: WayProps) {
  const [token, setToken] = useState('')
  const { run, isBusy, fault } = useAction(async () =>
    onEnter(await ask<Me>('POST', '/login/token', { token: token.trim() } satisfies TokenLogin)),
  )
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  return (
    <form onSubmit={send}>
      <h2>With an API token</h2>
      <TextField
        label="API token"
        hint={
          <>
            <code>npm start</code> prints the demo’s, in the line “its token”. Elsewhere,{' '}
            <code>
              vouchsafe account create <span class="whole">--email …</span> <span class="whole">--project …</span>
            </code>{' '}
            beside the server makes the first one, and{' '}
            <code>
              vouchsafe account token <span class="whole">--email …</span>
            </code>{' '}
            another.
          </>
        }
        value={token}
        onValue={setToken}
        input={{ type: 'password', name: 'token', autocomplete: 'off', required: true, spellcheck: false }}
      />
      {fault && <Fault fault={fault} />}
      <button type="submit" class="wide quiet" disabled={isBusy}>
        Log in with the token
      </button>
    </form>
  )
}
