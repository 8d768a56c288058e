import { html } from 'hono/html'
import type { Page } from './layout.js'

export const notFoundPage = (): Page =>
  returned('No such address', 'We tried the door and the neighbours. There is nothing at this address.')

/** For a method that an address does not answer to. */
export const notAllowedPage = (): Page =>
  returned('Not by this door', 'There is something at this address, but it cannot be had in this way.')

function returned(title: string, text: string): Page {
  const body = html`<div class="narrow">
    <p class="kicker">Return to sender</p>
    <h1>${title}</h1>
    <p class="standfirst">${text}</p>
    <p><a class="button" href="/">Back to the letter</a></p>
  </div>`
  return { title: `${title} · The Slow Post`, path: '', body }
}
