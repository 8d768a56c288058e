import { factNames } from '../../../../shared/words/fact-names.js'
import { featureNames } from '../../../../shared/words/feature-names.js'
import { humanise } from '../../../../shared/words/humanise.js'
import { kindNames } from '../../../../shared/words/kind-names.js'
import { measure } from '../../../../shared/words/measure.js'
import { nameOf } from '../../../../shared/words/names.js'
import type { SeenObservation } from '../../wire/session.js'

// The words are those of shared/words: what an operator reads of a visit, visitors of the demo have read of their own.
export { humanise, nameOf }

/** What a bot looks like, as the beginning of a line. */
export function kindName(kind: string): string {
  const words = kindNames[kind] ?? humanise(kind)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Facts have names, families and causes are a word. */
export const partName = (name: string): string => (name.includes('.') ? `“${nameOf(name)}”` : `all of “${humanise(name)}”`)

/** A value as it was observed, with its unit. */
export function valueWords(id: string, value: boolean | number | string | null): string {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const [, unit = '', words] = factNames[id] ?? []
  const word = words?.[String(value)]
  if (word !== undefined) return word
  return typeof value === 'number' ? measure(value, featureNames[id]?.[1] ?? unit) : value
}

const failures: Readonly<Record<string, string>> = {
  'not-asked': 'not asked',
  'not-loaded': 'could not look: a file was missing',
  timeout: 'could not look: no answer in time',
}

/** What was seen, or why nothing was. */
export function seenWords({ id, state, value, reason }: SeenObservation): string {
  if (state === 'unsupported') return 'does not apply'
  if (state === 'failed') return failures[reason ?? ''] ?? 'could not look'
  return valueWords(id, value)
}

/** Who observed it, for groups of a table. */
export function sourceOf(id: string): 'browser' | 'behaviour' | 'server' | 'visit' {
  if (id.startsWith('tell.')) return 'browser'
  if (id.startsWith('input.')) return 'behaviour'
  return id.startsWith('visit.') ? 'visit' : 'server'
}
