// @ts-check
import { humanise, make, percent } from './dom.js'
import { kindNames } from './kind-names.js'
import { nameOf } from './names.js'

/**
 * @typedef {{ name: string, confidence: number, evidence: readonly string[], declared: boolean, botType: string | null }} Kind
 * @typedef {{ without: readonly string[], action: string }} Counterfactual
 */

/** What a verdict of that sort is called when it is not the one that was given. @type {Readonly<Record<string, string>>} */
const outcomes = { allow: 'would have been let through', challenge: 'would only have been asked for more' }

/** As many as can be taken in; the explanation has the others. */
const SHOWN = 4

/** Facts have names on this page, families and causes are a word. @param {string} name */
const partOf = (name) => (name.includes('.') ? `“${nameOf(name)}”` : `all of “${humanise(name)}”`)

/** @param {Kind} kind */
function wordsOf({ name, confidence, evidence, declared }) {
  const why = evidence.length > 0 ? ` Because of: ${evidence.slice(0, SHOWN).map(nameOf).join(', ')}.` : ''
  const honest = declared ? ' It says so itself, and hides nothing.' : ''
  return `If this is a program, it looks like ${kindNames[name] ?? humanise(name)} (${percent(confidence)}).${why}${honest}`
}

/**
 * What kind of program it looks like, and what would have had to be unknown for a milder verdict; nothing where all is well.
 * @param {{ kind?: Kind, counterfactuals?: readonly Counterfactual[] }} explanation
 * @returns {readonly HTMLElement[]}
 */
export function reasonsOf({ kind, counterfactuals = [] }) {
  if (!kind) return []
  const lines = counterfactuals
    .slice(0, SHOWN)
    .map(({ without, action }) => make('li', {}, `It ${outcomes[action] ?? action} without ${without.map(partOf).join(' and ')}.`))
  const sum = lines.length > 0 ? make('ul', {}, ...lines) : make('p', {}, 'No one or two facts made this verdict: more would have to go.')
  return [make('p', {}, wordsOf(kind)), sum]
}
