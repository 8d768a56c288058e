import { err } from '../../../../shared/result.js'
import { type Fault, quoted } from './fault.js'
import type { Token } from './lex.js'

/** Where the parser stands. It only ever goes on: each token is taken once. */
export interface Cursor {
  /** The last is `end`, which stays. */
  readonly tokens: readonly Token[]
  next: number
  /** Nodes made so far. */
  nodes: number
}

export const peek = (cursor: Cursor): Token => cursor.tokens[cursor.next]!

export function take(cursor: Cursor): Token {
  const token = peek(cursor)
  if (token.kind !== 'end') cursor.next++
  return token
}

/** The fault of a token that does not fit. */
export const expected = (what: string, { kind, text, at }: Token) =>
  err<Fault>({
    code: 'token-unexpected',
    message: `Expected ${what}, but ${kind === 'end' ? 'the rule ends' : `${quoted(text)} follows`}.`,
    at,
  })
