'use client'

import { useActionState } from 'react'
import { useVouchsafe } from 'vouchsafe/react'
import { signUp } from './actions'

export function SignUpForm({ siteKey, endpoint }) {
  useVouchsafe({ key: siteKey, endpoint })
  const [note, action] = useActionState(signUp, '')
  return (
    <form action={action} data-vouchsafe="sign-up">
      <label>
        E-mail <input name="email" type="email" required />
      </label>
      <button type="submit">Sign up</button>
      <p role="status">{note}</p>
    </form>
  )
}
