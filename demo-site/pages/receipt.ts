import { html } from 'hono/html'
import type { GuardOutcome } from 'vouchsafe/verify'
import type { Markup } from './layout.js'

const words: Readonly<Record<GuardOutcome['action'], string>> = {
  allow: 'Allowed',
  challenge: 'Asked for more',
  block: 'Refused',
  none: 'No verdict',
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function rowsOf({ verdict, error }: GuardOutcome): readonly (readonly [string, string])[] {
  if (!verdict) return error ? [['What was wrong with the token', `${error.message} (${error.code})`]] : []
  const { score, band, assurance, page_action, origin, card, reference } = verdict
  return [
    ['Likelihood of automation', `${percent(score)} (${band})`],
    ['Stands on', { signed: 'evidence signed by this browser’s key', unsigned: 'unsigned evidence', noscript: 'a short wait' }[assurance]],
    ['Made for', `${page_action} on ${origin}`],
    ['Scorecard', card],
    ['Reference', reference],
  ]
}

/** What this site's backend knew when it answered: for those who are here because of Vouchsafe, not of letters. */
export function receipt(outcome: GuardOutcome): Markup {
  return html`<details class="receipt">
    <summary>Behind the counter: <strong>${words[outcome.action]}</strong></summary>
    <p>The form came with a verdict of the attest-server. This site verified it by itself, with a public key and no call to anybody.</p>
    <dl>${rowsOf(outcome).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </details>`
}
