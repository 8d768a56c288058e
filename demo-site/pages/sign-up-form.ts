import { html } from 'hono/html'
import { stamp } from './art/stamp.js'
import { closeForm, type FormState, field, openForm } from './field.js'
import type { Markup } from './layout.js'

/** The sign-up, as a postcard. @param path where it is posted to. */
export function signUpForm(state: FormState = {}, path = '/sign-up'): Markup {
  return html`<section class="postcard" aria-labelledby="sign-up-title">
    <div class="message">
      <h2 id="sign-up-title">The next letter is being written</h2>
      <p>One a month, on the first Friday, when it is ready. Free, with no advertisements in it and no pictures that report back.</p>
      <p class="aside">You can read all 41 past letters as soon as you have signed up.</p>
    </div>
    <div class="address">
      ${stamp}
      ${openForm(path, 'sign-up', state)}
        ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', value: state.typed?.email })}
        ${field({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'new-password',
          minLength: 8,
          hint: 'At least 8 characters, for your reading desk.',
        })}
        <button type="submit">Send me the next letter</button>
        <noscript><p class="hint">Your browser runs no scripts. That is fine: ${
          state.token ? 'you have waited already, so send the form.' : 'send the form, and we will ask you for a little patience instead.'
        }</p></noscript>
      ${closeForm}
    </div>
  </section>`
}
