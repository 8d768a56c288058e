// @ts-check
import { humanise } from '/words.js'

/** @typedef {import('../../tour/happening.js').Happening} Happening */

/** What an action is to whoever met it. @type {Readonly<Record<string, string>>} */
const outcomes = { allow: 'Let through', challenge: 'Challenged', block: 'Blocked' }

/** @param {string} action */
export const outcomeOf = (action) => outcomes[action] ?? humanise(`.${action}`)

/** @param {Extract<Happening, { kind: 'asks' }>} asked */
function askedWords({ for: what, sent, status }) {
  if (what === 'page') return 'Its browser asks for the front page.'
  if (what === 'script') return 'The page loads the collector.'
  if (what === 'challenge') return 'The collector asks for a challenge, and begins to work on it.'
  if (what === 'evidence') return `The collector sends its evidence: ${(sent / 1000).toFixed(1)} kB, signed.`
  return status === 303
    ? 'The form is sent. The backend verifies the verdict, and takes it.'
    : `The form is sent. The backend verifies the verdict, and refuses (${status}).`
}

/**
 * A line of the timeline.
 * @param {Happening} happening
 * @returns {string | undefined} nothing for what is shown elsewhere
 */
export function lineOf(happening) {
  switch (happening.kind) {
    case 'begins':
      return 'It starts: a process of its own, a browser with an empty profile.'
    case 'asks':
      return askedWords(happening)
    case 'opened':
      return 'The page is open, and the bot has found the form.'
    case 'types':
      return `It types “${happening.text}”.`
    case 'sends':
      return 'It presses the button.'
    case 'verdict':
      return `The page hears the verdict: ${happening.verdict.action}.`
    case 'ends':
      return happening.outcome === 'seen' ? 'It ends, and its browser with it.' : `It ends: ${happening.note}`
    default:
      return undefined
  }
}
