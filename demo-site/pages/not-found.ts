import { html } from 'hono/html'
import type { Page } from './layout.js'

export function notFoundPage(): Page {
  const body = html`<div class="narrow">
    <p class="kicker">Return to sender</p>
    <h1>No such address</h1>
    <p class="standfirst">We tried the door and the neighbours. There is nothing at this address.</p>
    <p><a class="button" href="/">Back to the letter</a></p>
  </div>`
  return { title: 'No such address · The Slow Post', path: '', body }
}
