import { type FormEvent, useState } from 'react'
import { useVouchsafe } from 'vouchsafe/react'

const options = { key: import.meta.env.VITE_VOUCHSAFE_KEY, endpoint: import.meta.env.VITE_VOUCHSAFE_URL }

/** The form is held until there is a verdict. `onSubmit` is called once for each sending, when the verdict is among the fields. */
export function SignUp() {
  const { attestation } = useVouchsafe(options)
  const [note, setNote] = useState('')

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    const response = await fetch('/sign-up', { method: 'POST', body: new URLSearchParams(body as never) })
    setNote(response.ok ? 'Welcome!' : 'That did not work. Please send it again.')
  }

  return (
    <form method="post" action="/sign-up" data-vouchsafe="sign-up" onSubmit={send}>
      <label>
        E-mail <input name="email" type="email" required />
      </label>
      <button type="submit">Sign up</button>
      <p role="status">{note || (attestation?.action === 'block' && `Ask us for help, and quote ${attestation.reference}.`)}</p>
    </form>
  )
}
