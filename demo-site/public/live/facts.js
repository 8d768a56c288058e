// @ts-check
import { featureNames, measure, nameOf } from '/words.js'
import { make, signed, write } from './dom.js'
import { onlyInChallenges } from './only-in-challenges.js'

/** @typedef {{ state: 'ok', value: number | boolean | string } | { state: 'unsupported' } | { state: 'failed', reason: string }} Observation */

/**
 * Keeps one table row for each id and changes only what is different.
 * @param {HTMLElement} body a `tbody`
 * @param {(id: string) => HTMLElement} headOf
 * @param {number} cells how many follow the head
 */
function table(body, headOf, cells) {
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map()
  return (/** @type {string} */ id, /** @type {string} */ state, /** @type {readonly string[]} */ texts) => {
    let row = rows.get(id)
    if (!row) {
      row = make('tr', {}, headOf(id), ...Array.from({ length: cells }, () => make('td')))
      rows.set(id, row)
      body.append(row)
    }
    if (row.dataset.state !== state) row.dataset.state = state
    for (const [i, text] of texts.entries()) write(/** @type {Element} */ (row.children[i + 1]), text)
  }
}

/** @typedef {Readonly<Record<string, number>>} Tally */

/** What a feature waits for: the counter that has furthest to go. @param {Tally} needed @param {Tally} tally */
function wants(needed, tally) {
  const short = Object.entries(needed).filter(([counter, least]) => (tally[counter] ?? 0) < least)
  const [counter, least] = short.sort(([a, m], [b, n]) => n - (tally[b] ?? 0) - (m - (tally[a] ?? 0)))[0] ?? []
  return counter ? `${tally[counter] ?? 0} of ${least} ${counter}` : 'not enough yet'
}

/** @param {HTMLElement} body carries what each feature needs, as the sources say it */
export function featureTable(body) {
  /** @type {Readonly<Record<string, Tally>>} */
  const needs = JSON.parse(body.dataset.needs ?? '{}')
  const put = table(body, (id) => make('th', { scope: 'row' }, `${nameOf(id)} `, make('small', {}, featureNames[id]?.[2] ?? '')), 2)
  return (
    /** @type {ReadonlyMap<string, Observation>} */ features,
    /** @type {ReadonlyMap<string, number>} */ weights,
    /** @type {Tally} */ tally,
  ) => {
    let known = 0
    for (const [id, seen] of features) {
      const has = seen.state === 'ok'
      if (has) known++
      const weight = weights.get(id)
      const side = weight === undefined ? (has ? 'known' : 'unknown') : weight < 0 ? 'person' : 'program'
      put(id, side, [
        has ? measure(Number(seen.value), featureNames[id]?.[1] ?? '') : wants(needs[id] ?? {}, tally),
        weight === undefined ? '' : signed(weight),
      ])
    }
    return `${known} of ${features.size} known`
  }
}

/** @type {Readonly<Record<string, string>>} */
const failures = {
  timeout: 'no answer in time',
  threw: 'could not look',
  'not-loaded': 'could not look: a file is missing',
  other: 'could not look',
}

/** @param {string} id @param {string} reason */
function failureWord(id, reason) {
  if (reason === 'not-asked') return onlyInChallenges.has(id) ? 'asked only during a challenge' : 'not asked yet'
  return failures[reason] ?? `could not look: ${reason}`
}

/** @param {string} id @param {Observation} seen @returns {readonly [word: string, state: 'unknown' | 'known' | 'program']} */
function tellWord(id, seen) {
  if (seen.state === 'unsupported') return ['does not apply', 'unknown']
  if (seen.state === 'failed') return [failureWord(id, seen.reason), 'unknown']
  if (seen.value === false || seen.value === 0) return ['no', 'known']
  return [seen.value === true ? 'yes' : `yes: ${seen.value}`, 'program']
}

/** @param {HTMLElement} body */
export function tellTable(body) {
  const put = table(body, (id) => make('th', { scope: 'row' }, nameOf(id)), 1)
  return (/** @type {ReadonlyMap<string, Observation>} */ tells) => {
    let hits = 0
    for (const [id, seen] of tells) {
      const [word, state] = tellWord(id, seen)
      if (state === 'program') hits++
      put(id, state, [word])
    }
    if (tells.size === 0) return 'looking …'
    return `${hits === 0 ? 'none' : hits} of ${tells.size} seen`
  }
}
