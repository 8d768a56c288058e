// @ts-check
import { factNames, measure, nameOf } from '/words.js'
import { byId, make, percent, write } from './dom.js'
import { reasonsOf } from './reasons.js'
import { drawWaterfall } from './waterfall.js'

/**
 * What `GET /v1/verdicts/{jti}` says, as far as it is shown here.
 * @typedef {import('./reasons.js').Explanation & {
 *   reference: string, action: string, posterior: number, llr: number, card: string, hard: readonly string[], families: Readonly<Record<string, number>>,
 *   overlap?: number, givenBack?: number, contributions: readonly import('./waterfall.js').Contribution[],
 *   observations: readonly { id: string, state: string, value?: string | number | boolean, reason?: string }[],
 * }} Explanation
 * @typedef {{ verdict?: { test?: boolean }, took?: number, asked?: boolean, explanation?: Explanation | null, error?: { code: string, message: string } }} Answer
 */

/** @param {string} token @returns {Promise<Answer>} */
async function ask(token) {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/live/explain', { method: 'POST', headers, body: JSON.stringify({ token }) })
    return await response.json()
  } catch {
    return { error: { code: 'unreachable', message: 'This site’s backend did not answer.' } }
  }
}

/** @param {Explanation['observations'][number]} seen */
function word(seen) {
  if (seen.state === 'failed') return `could not look: ${seen.reason}`
  if (seen.state !== 'ok') return 'does not apply'
  const [, unit = '', words] = factNames[seen.id] ?? []
  return words?.[String(seen.value)] ?? (typeof seen.value === 'number' ? measure(seen.value, unit) : String(seen.value))
}

/** What the server saw that the page cannot know. @param {Explanation} explanation */
function ownFacts({ observations }) {
  const own = observations.filter(({ id }) => !/^(tell|input|visit)\./.test(id))
  const rows = own.map((seen) => make('tr', {}, make('th', { scope: 'row' }, nameOf(seen.id)), make('td', {}, word(seen))))
  const head = make(
    'thead',
    {},
    make('tr', {}, make('th', { scope: 'col' }, 'Seen by the server itself'), make('th', { scope: 'col' }, 'Value')),
  )
  return make('table', { class: 'facts' }, head, make('tbody', {}, ...rows))
}

/** @param {Explanation} explanation */
function account(explanation) {
  const { action, posterior, card, hard, reference, families, overlap = 0 } = explanation
  const sum = Object.values(families).reduce((all, weight) => all + weight, 0)
  const list = make('ol', { class: 'waterfall' })
  drawWaterfall(list, { ...explanation, engines: { all: sum - overlap }, families: Object.entries(families) })
  const words = hard.length > 0 ? `Proof: ${hard.map(nameOf).join(', ')}.` : 'No fact that would be proof by itself.'
  const lead = make(
    'p',
    {},
    make('strong', {}, action),
    ` at ${percent(posterior)}, by card ${card}. ${words} Reference `,
    make('code', { class: 'whole' }, reference),
    '.',
  )
  return [lead, ...reasonsOf(explanation), list, ownFacts(explanation)]
}

/** Why there are no reasons. @param {Answer} answer */
function silence({ verdict, asked }) {
  if (verdict?.test) return 'A test key has no owner, so nobody can ask for the reasons of its verdicts.'
  return asked
    ? 'The attest-server gave no reasons: it is away, or does not take this site’s secret key.'
    : 'This site has no secret key, so it cannot ask the attest-server for its reasons.'
}

/** Lets the site's backend verify the token and fetch the reasons. @param {string} token */
export async function showServerView(token) {
  const answer = await ask(token)
  const { error, took = 0, asked, explanation } = answer
  if (error) {
    byId('server').replaceChildren(make('p', { class: 'away' }, `${error.message} (${error.code})`))
    return
  }
  const then = asked ? ', then asked the attest-server for its reasons with the secret key' : ''
  write(
    byId('server-note'),
    `The backend verified the token offline in ${took.toFixed(1)} ms${then}. Visitors of a real site do not see this.`,
  )
  byId('server').replaceChildren(...(explanation ? account(explanation) : [make('p', { class: 'away' }, silence(answer))]))
}
