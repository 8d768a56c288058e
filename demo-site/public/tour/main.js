// @ts-check
import { byId, write } from '../live/dom.js'
import { linkCode } from './remember.js'
import { show } from './stage-view.js'

const token = byId('tour').dataset.token ?? ''

/** Why a bot was not sent. @type {Readonly<Record<string, string>>} */
const refusals = {
  'queue-full': 'Four are waiting already. Let one of them perform first.',
  'cannot-run': 'Something that it needs is not on this machine.',
  'wrong-token': 'The demo was started anew. Load this page again.',
}

/** @param {'POST' | 'DELETE'} method @param {object} [body] */
const ask = (method, body) =>
  fetch('/tour/runs', {
    method,
    headers: { 'content-type': 'application/json', 'tour-token': token },
    ...(body && { body: JSON.stringify(body) }),
  })

async function send() {
  const bot = new FormData(/** @type {HTMLFormElement} */ (byId('picker'))).get('bot')
  if (bot === null) return
  try {
    const response = await ask('POST', { bot })
    const { ahead = 0, error } = await response.json()
    if (error) return write(byId('queue'), refusals[error] ?? `The demo did not send it: ${error}.`)
    if (ahead > 0) return write(byId('queue'), `${bot} waits for its turn: ${ahead} before it.`)
    write(byId('queue'), '')
    // Beside the list it is in sight already; on a phone it stands below.
    if (byId('stage').getBoundingClientRect().top > innerHeight / 2) byId('stage').scrollIntoView()
  } catch {
    write(byId('queue'), 'The demo did not answer.')
  }
}

/** What happened of this run comes again with every connection, and once each. */
let last = 0

function watch() {
  const source = new EventSource('/tour/events')
  source.addEventListener('message', ({ data }) => {
    /** @type {import('../../tour/happening.js').Happening} */
    const happening = JSON.parse(data)
    // A demo that was started anew counts anew.
    if (happening.kind === 'begins') last = 0
    if (happening.id <= last) return
    last = happening.id
    show(happening)
  })
  // A browser that has given up does not try again by itself; when somebody looks again, we do.
  document.addEventListener('visibilitychange', function again() {
    if (document.hidden || source.readyState !== EventSource.CLOSED) return
    document.removeEventListener('visibilitychange', again)
    watch()
  })
}

linkCode()
if (token) {
  const button = /** @type {HTMLButtonElement} */ (byId('send'))
  button.disabled = false
  byId('picker').addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  byId('stop').addEventListener('click', () => void ask('DELETE'))
  watch()
}
