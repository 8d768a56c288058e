import { TOKEN_FIELD } from '../shared/wire/names.js'
import { SALT_FIELD } from '../shared/wire/payload.js'
import { createGuard, type GuardOptions, type GuardOutcome } from './guard.js'

/** Route handlers of the App Router speak `Request` and `Response`: the guard is that of `vouchsafe/verify/fetch`. */
export { type FetchGuardOptions, type FetchHandler, vouchsafe } from './fetch.js'

/** Judges what a form has sent. Never rejects. */
export type ActionGuard = (form: FormData) => Promise<GuardOutcome>

/**
 * For Server Actions, which are called with the form's fields and answer as they like: look at `passed` before anything else. An action is an address of its own, which anybody can
 * post to, from wherever it is rendered.
 *
 * @example
 * const check = forActions({ …, action: 'sign-up' })
 * export async function signUp(_: unknown, form: FormData) {
 *   'use server'
 *   const { passed, reason } = await check(form)
 *   if (!passed) return { refused: reason }
 * }
 * @throws TypeError when the options make no sense, and for `dpop`: an action sees no request that a proof could be for.
 */
export function forActions(options: GuardOptions): ActionGuard {
  if (options.dpop) throw new TypeError('dpop: an action sees no request. Guard a route handler.')
  const guard = createGuard(options)
  const { field = TOKEN_FIELD } = options
  return (given) => {
    // Whoever posts to an action chooses what it is called with: what is no form has no fields.
    const form = given instanceof FormData ? given : new FormData()
    return guard(form.get(field), { method: 'POST', url: '', dpop: undefined }, { salt: form.get(SALT_FIELD), body: form })
  }
}
