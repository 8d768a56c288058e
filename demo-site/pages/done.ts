import { html } from 'hono/html'
import type { GuardOutcome } from 'vouchsafe/verify'
import { envelope } from './art/envelope.js'
import type { Page } from './layout.js'
import { receipt } from './receipt.js'

/** What can go well on this site, by the path of the page that says so. */
export const endings = {
  '/welcome': {
    title: 'Welcome',
    text: 'The next letter will find you on the first Friday of the month. Until then, the 41 others are on your desk. If you had signed up before, your old password still opens it.',
    next: ['/login', 'Go to your desk'],
  },
  '/desk': {
    title: 'Good to see you',
    text: 'The lamp is on. You were in the middle of Letter No. 12, “On queueing”.',
    next: ['/', 'Read the newest letter'],
  },
  '/thank-you': {
    title: 'Thank you for your order',
    text: 'We will pack the box tomorrow and walk it to the post. The invoice lies inside.',
    next: ['/', 'Back to the letter'],
  },
} as const

export type Ending = keyof typeof endings

/** @param outcome what the guard made of the form that led here; `undefined` after ten minutes, or for those who came by themselves. */
export function donePage(path: Ending, outcome: GuardOutcome | undefined): Page {
  const { title, text, next } = endings[path]
  const body = html`<div class="narrow done">
    <div class="badge">${envelope}</div>
    <h1>${title}</h1>
    <p class="standfirst">${text}</p>
    <p><a class="button" href="${next[0]}">${next[1]}</a></p>
    ${outcome ? receipt(outcome) : ''}
  </div>`
  return { title: `${title} · The Slow Post`, path, body }
}
