// @ts-check
import { humanise, kindNames, nameOf } from '/words.js'
import { make, percent } from './dom.js'

/**
 * @typedef {{ name: string, confidence: number, evidence: readonly string[], declared: boolean, botType: string | null }} Kind
 * @typedef {{ without: readonly string[], action: string }} Counterfactual
 * @typedef {{
 *   kind?: Kind, counterfactuals?: readonly Counterfactual[], decided?: { reason: string }, exception?: string, appraised?: string
 * }} Explanation
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

/** Where the site's owner decided, and not the evidence. @param {Explanation} explanation */
function wishOf({ decided, exception, appraised }) {
  const wish = exception ? `Let through by the exception ${exception}.` : decided?.reason
  return wish && make('p', {}, `${wish} That is the owner’s wish${appraised ? `; what was seen comes to “${appraised}”` : ''}.`)
}

/**
 * Who decided where it was not the evidence; else what kind of program it looks like, and what would have had to be unknown for a milder verdict; nothing
 * where all is well.
 * @param {Explanation} explanation
 * @returns {readonly HTMLElement[]}
 */
export function reasonsOf(explanation) {
  const { kind, counterfactuals = [] } = explanation
  const wish = wishOf(explanation)
  if (wish) return kind ? [wish, make('p', {}, wordsOf(kind))] : [wish]
  if (!kind) return []
  const lines = counterfactuals
    .slice(0, SHOWN)
    .map(({ without, action }) => make('li', {}, `It ${outcomes[action] ?? action} without ${without.map(partOf).join(' and ')}.`))
  const sum = lines.length > 0 ? make('ul', {}, ...lines) : make('p', {}, 'No one or two facts made this verdict: more would have to go.')
  return [make('p', {}, wordsOf(kind)), sum]
}
