import { html } from 'hono/html'
import { closeForm, type FormState, field, openForm } from './field.js'
import type { Markup, Page } from './layout.js'

export function logInForm(state: FormState = {}): Markup {
  return html`<section class="card" aria-label="Log in">
    ${openForm('/login', 'log-in', state)}
      ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: state.typed?.email })}
      ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
      <button type="submit">Log in</button>
    ${closeForm}
  </section>`
}

/** @param example an account to try the page with. */
export function logInPage(example: { readonly email: string; readonly password: string }, state: FormState = {}): Page {
  const body = html`<div class="narrow">
    <h1>Your reading desk</h1>
    <p class="standfirst">All 41 letters, and a drawer for the ones you want to read twice.</p>
    ${logInForm(state)}
    <p class="hint">To try it: <code>${example.email}</code> with <code>${example.password}</code>, or whatever you signed up with.</p>
  </div>`
  return { title: 'Log in · The Slow Post', path: '/login', body, collector: { action: 'log-in' } }
}
