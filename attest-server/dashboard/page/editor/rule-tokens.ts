import type { RuleField } from '../../wire/rules.js'

/** A kind of word as the editor colours it; the names are CodeMirror's. */
export type TokenKind = 'keyword' | 'bool' | 'number' | 'string' | 'operator' | 'variableName' | 'invalid'

interface Source {
  match(pattern: RegExp): RegExpMatchArray | boolean | null
  next(): unknown
  eatSpace(): boolean
}

const KEYWORDS = /^(and|or|not|in)$/i
const CONSTANTS = /^(true|false|null)$/i

/** Colours words as the language itself cuts them (docs/rules.md), whether or not the rule is whole. @param names of all fields */
export function readToken(source: Source, names: ReadonlySet<string>): TokenKind | null {
  if (source.eatSpace()) return null
  const word = source.match(/^[A-Za-z_][\w-]*(?:\.[\w-]+)*/)
  if (word && typeof word === 'object') {
    const [text] = word
    if (KEYWORDS.test(text)) return 'keyword'
    if (CONSTANTS.test(text)) return 'bool'
    return names.has(text) ? 'variableName' : 'invalid'
  }
  if (source.match(/^-?\d[\w.]*/)) return 'number'
  if (source.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string'
  if (source.match(/^(?:[=!<>]=|[<>])/)) return 'operator'
  source.next()
  return null
}

export const namesOf = (fields: readonly RuleField[]): ReadonlySet<string> => new Set(fields.map(({ name }) => name))
