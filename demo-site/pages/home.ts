import { html } from 'hono/html'
import { valley } from './art/valley.js'
import { article } from './article.js'
import type { FormState } from './field.js'
import type { Page } from './layout.js'
import { signUpForm } from './sign-up-form.js'

/** For those who came for what guards the form, and not for the letter. */
const tourCard = html`<aside class="tour-card" aria-label="The tour">
    <p><strong>This site is guarded by Vouchsafe.</strong> Pick a bot and watch it be caught; move the mouse and watch the evidence grow; then read the code that did it.</p>
    <a class="button" href="/tour">Take the tour</a>
  </aside>`

/** The way to the tour, the letter to read, then the sign-up. */
export function homePage(state: FormState = {}): Page {
  const body = html`${tourCard}<figure class="hero">${valley}</figure>${article}${signUpForm(state)}`
  return { title: 'The last mile is walked · The Slow Post', path: '/', body, collector: { action: 'sign-up' } }
}

/** The same form where the script, not the backend, stops whom it doubts. */
export function enforcedPage(state: FormState = {}): Page {
  const body = html`<div class="narrow">
      <p class="kicker">Enforced by the script</p>
      <h1>The same form, guarded by the page itself</h1>
      <p class="standfirst">Here the script tag carries <code>data-enforce</code>. If it is not sure about a visit, it shows a screen of its own and asks for
      a moment’s work before the form goes off. If all is well, you will not notice any difference.</p>
    </div>
    ${signUpForm(state, '/enforced')}`
  return { title: 'Sign up · The Slow Post', path: '/enforced', body, collector: { action: 'sign-up', enforce: true } }
}
