import { err, ok, type Result } from '../../../../shared/result.js'
import { type Cursor, expected, peek, take } from './cursor.js'
import type { Fault } from './fault.js'
import type { Token } from './lex.js'
import { limits } from './limits.js'
import type { ListValue, Literal, LiteralValue } from './syntax.js'

const CONSTANTS: Readonly<Record<string, Literal>> = { true: true, false: false, null: null }

function literalOf({ kind, value }: Token): Literal | undefined {
  return kind === 'number' || kind === 'string' ? value : CONSTANTS[kind]
}

function parseLiteral(cursor: Cursor): Result<LiteralValue, Fault> {
  const token = take(cursor)
  const value = literalOf(token)
  if (value !== undefined) return ok({ kind: 'literal', value, at: token.at })
  if (token.kind !== 'name') return expected('a value', token)
  return expected(`a value (a string stands in double quotes)`, token)
}

/** `[value, value …]` behind its bracket: at least one, no comma after the last. */
function parseList(cursor: Cursor, start: Token): Result<ListValue, Fault> {
  const items: LiteralValue[] = []
  while (true) {
    const item = parseLiteral(cursor)
    if (!item.ok) return item
    items.push(item.value)
    if (items.length > limits.items) {
      return err({ code: 'too-many-items', message: `A list may have at most ${limits.items} values.`, at: item.value.at })
    }
    const token = take(cursor)
    if (token.kind === ']')
      return ok({ kind: 'list', items, at: { offset: start.at.offset, length: token.at.offset + 1 - start.at.offset } })
    if (token.kind !== ',') return expected('"," or "]"', token)
  }
}

/** `number | "string" | [list] | true | false | null`. Lists hold no lists. */
export function parseValue(cursor: Cursor): Result<LiteralValue | ListValue, Fault> {
  return peek(cursor).kind === '[' ? parseList(cursor, take(cursor)) : parseLiteral(cursor)
}
