import { html } from 'hono/html'
import type { FormState } from './field.js'
import type { Page } from './layout.js'
import { signUpForm } from './sign-up-form.js'

/** Where the path without JavaScript leads back to: the form, with the verdict in it and what was typed before. */
export function signUpPage(state: FormState): Page {
  const body = html`<div class="narrow">
      <h1>${state.token ? 'Thank you for waiting' : 'Sign up'}</h1>
      ${
        state.token
          ? html`<p class="standfirst">That was all. Your e-mail is where you left it; please choose the password again and send the form within two minutes.</p>`
          : html`<p class="standfirst">One letter a month about things that take their time.</p>`
      }
    </div>
    ${signUpForm(state)}`
  return { title: 'Sign up · The Slow Post', path: '/sign-up', body, ...(state.token ? {} : { collector: { action: 'sign-up' } }) }
}
