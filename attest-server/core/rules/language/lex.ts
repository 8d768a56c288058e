import { err, ok, type Result } from '../../../../shared/result.js'
import { parseJson } from '../../parse-json.js'
import { type Fault, quoted, type Span } from './fault.js'

type Keyword = 'and' | 'or' | 'not' | 'in' | 'true' | 'false' | 'null'
type Mark = '(' | ')' | '[' | ']' | ','

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'end' | Keyword | Mark
  readonly text: string
  /** Of numbers and strings. */
  readonly value?: number | string
  readonly at: Span
}

const KEYWORDS: ReadonlySet<string> = new Set<Keyword>(['and', 'or', 'not', 'in', 'true', 'false', 'null'])

/**
 * The alternatives begin with different characters, and no loop in them can match one stretch in two ways: the time is linear.
 *
 * A name may hold hyphens (`input.press-dwell`), for the grammar has no subtraction: `score-5` is a name that nobody knows. A number is
 * read as far as letters, digits and dots go, so that `5px` is one malformed number and not two tokens.
 */
const TOKENS =
  /(?<space>[ \t\r\n]+)|(?<name>[A-Za-z_][\w-]*(?:\.[\w-]+)*)|(?<number>-?\d(?:[eE][+-]|[\w.])*)|(?<string>"(?:[^"\\]|\\[\s\S])*")|(?<operator>[=!<>]=|[<>])|(?<mark>[()[\],])/y

/** The grammar of numbers in JSON (RFC 8259 §6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** What people bring from other languages. */
const HABITS: Readonly<Record<string, string>> = {
  '=': 'Values are compared with "==".',
  '&': 'Conditions are joined with AND.',
  '|': 'Conditions are joined with OR.',
  '!': 'Conditions are negated with NOT.',
  "'": 'Strings stand in double quotes.',
}

type Lexed = Result<Token, Fault>

function lexWord(text: string, at: Span): Lexed {
  const keyword = text.toLowerCase()
  return ok({ kind: KEYWORDS.has(keyword) ? (keyword as Keyword) : 'name', text, at })
}

function lexNumber(text: string, at: Span): Lexed {
  const value = Number(text)
  if (NUMBER.test(text) && Number.isFinite(value)) return ok({ kind: 'number', text, value: value === 0 ? 0 : value, at })
  return err({ code: 'number-malformed', message: `${quoted(text)} is not a number.`, at })
}

function lexString(text: string, at: Span): Lexed {
  const parsed = parseJson(text)
  if (parsed.ok && typeof parsed.value === 'string') return ok({ kind: 'string', text, value: parsed.value, at })
  const message = 'A string may not hold line breaks or other control characters; its escapes are those of JSON.'
  return err({ code: 'string-malformed', message, at })
}

function unexpected(source: string, offset: number): Fault {
  const character = String.fromCodePoint(source.codePointAt(offset)!)
  if (character === '"')
    return { code: 'string-unterminated', message: 'A string is not closed.', at: { offset, length: source.length - offset } }
  const at = { offset, length: character.length }
  const habit = Object.hasOwn(HABITS, character) ? ` ${HABITS[character]}` : ''
  // A control character or half a surrogate pair is named by its number: it cannot be seen in a message.
  const shown = /^[\p{C}\p{Z}]$/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${character}"`
  return { code: 'character-unexpected', message: `Unexpected character ${shown} in rule expression.${habit}`, at }
}

function toToken({ name, number, string, operator, mark }: Record<string, string | undefined>, at: Span): Lexed {
  if (name !== undefined) return lexWord(name, at)
  if (number !== undefined) return lexNumber(number, at)
  if (string !== undefined) return lexString(string, at)
  if (operator !== undefined) return ok({ kind: 'operator', text: operator, at })
  return ok({ kind: mark as Mark, text: mark!, at })
}

/**
 * Cuts a rule into tokens; the last is `end`. The source must have been measured before: the work is linear in it, and so is the memory.
 * @returns the first thing that is no token of the language.
 */
export function lex(source: string): Result<readonly Token[], Fault> {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKENS)
  for (let offset = 0; offset < source.length; offset = pattern.lastIndex) {
    pattern.lastIndex = offset
    const found = pattern.exec(source)
    if (!found) return err(unexpected(source, offset))
    if (found.groups!.space !== undefined) continue
    const token = toToken(found.groups!, { offset, length: found[0].length })
    if (!token.ok) return token
    tokens.push(token.value)
  }
  return ok([...tokens, { kind: 'end', text: '', at: { offset: source.length, length: 0 } }])
}
