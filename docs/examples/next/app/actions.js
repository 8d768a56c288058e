'use server'

import { forActions } from 'vouchsafe/verify/next'
import { settings } from '../guard'

const check = forActions(settings)

/** An action can be called from anywhere: it asks for the verdict itself. */
export async function signUp(_, form) {
  const { passed, reason } = await check(form)
  return passed ? `Welcome, ${form.get('email')}!` : `That did not work (${reason}). Please send it again.`
}
