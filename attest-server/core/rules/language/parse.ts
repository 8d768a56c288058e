import { err, ok, type Result } from '../../../../shared/result.js'
import { type Cursor, expected, peek, take } from './cursor.js'
import type { Fault, Span } from './fault.js'
import { lex, type Token } from './lex.js'
import { limits } from './limits.js'
import { parseValue } from './parse-value.js'
import type { Group, Operator, Syntax } from './syntax.js'

type Parsed = Result<Syntax, Fault>

const across = (from: Span, to: Span): Span => ({ offset: from.offset, length: to.offset + to.length - from.offset })

function counted(cursor: Cursor, node: Syntax): Parsed {
  cursor.nodes++
  if (cursor.nodes <= limits.nodes) return ok(node)
  return err({ code: 'too-many-nodes', message: `A rule may have at most ${limits.nodes} conditions and connectives.`, at: node.at })
}

/** `term (WORD term)*`. A term that is a run of the same word, in parentheses, joins it: both mean the same. */
function parseRun(cursor: Cursor, kind: Group['kind'], parseTerm: () => Parsed): Parsed {
  const first = parseTerm()
  if (!first.ok || peek(cursor).kind !== kind) return first
  const terms = [first.value]
  while (peek(cursor).kind === kind) {
    take(cursor)
    const term = parseTerm()
    if (!term.ok) return term
    terms.push(term.value)
  }
  const at = across(terms[0]!.at, terms.at(-1)!.at)
  return counted(cursor, { kind, terms: terms.flatMap((term) => (term.kind === kind ? term.terms : [term])), at })
}

const parseOr = (cursor: Cursor, depth: number): Parsed => parseRun(cursor, 'or', () => parseAnd(cursor, depth))
const parseAnd = (cursor: Cursor, depth: number): Parsed => parseRun(cursor, 'and', () => parseUnary(cursor, depth))

/** Every way for a rule to nest leads through here: this bounds the recursion, of the parser and of all that walks what it makes. */
function parseUnary(cursor: Cursor, depth: number): Parsed {
  const { kind, at } = peek(cursor)
  if (kind !== 'not' && kind !== '(') return parsePredicate(cursor)
  if (depth >= limits.depth) return err({ code: 'too-deep', message: `A rule may nest at most ${limits.depth} deep.`, at })
  take(cursor)
  return kind === 'not' ? parseNot(cursor, depth + 1, at) : parseParentheses(cursor, depth + 1)
}

function parseNot(cursor: Cursor, depth: number, at: Span): Parsed {
  const term = parseUnary(cursor, depth)
  return term.ok ? counted(cursor, { kind: 'not', term: term.value, at: across(at, term.value.at) }) : term
}

function parseParentheses(cursor: Cursor, depth: number): Parsed {
  const inner = parseOr(cursor, depth)
  if (!inner.ok) return inner
  const closing = take(cursor)
  return closing.kind === ')' ? inner : expected('AND, OR or ")"', closing)
}

function parsePredicate(cursor: Cursor): Parsed {
  const token = take(cursor)
  if (token.kind !== 'name') return expected('a field, NOT or "("', token)
  const field = { name: token.text, at: token.at }
  const { kind } = peek(cursor)
  if (kind !== 'operator' && kind !== 'in' && kind !== 'not') return counted(cursor, { kind: 'flag', field, at: token.at })
  const operator = parseOperator(cursor)
  if (!operator.ok) return operator
  const value = parseValue(cursor)
  if (!value.ok) return value
  return counted(cursor, { kind: 'comparison', field, ...operator.value, value: value.value, at: across(token.at, value.value.at) })
}

/** `not in` is two words with any space between them. */
function parseOperator(cursor: Cursor): Result<{ operator: Operator; operatorAt: Span }, Fault> {
  const first = take(cursor)
  if (first.kind !== 'not') return ok({ operator: (first.kind === 'in' ? 'in' : first.text) as Operator, operatorAt: first.at })
  const second = take(cursor)
  return second.kind === 'in' ? ok({ operator: 'not in', operatorAt: across(first.at, second.at) }) : expected('IN after NOT', second)
}

function checkSize(source: string): Fault | undefined {
  // A code unit is at least one byte: nothing longer than the limit is ever encoded.
  if (source.length <= limits.bytes && new TextEncoder().encode(source).length <= limits.bytes) return undefined
  return { code: 'source-too-long', message: `A rule may be at most ${limits.bytes} bytes long.`, at: { offset: 0, length: source.length } }
}

function parseAll(tokens: readonly Token[]): Parsed {
  const cursor: Cursor = { tokens, next: 0, nodes: 0 }
  if (peek(cursor).kind === 'end') return err({ code: 'empty', message: 'The rule is empty.', at: peek(cursor).at })
  const rule = parseOr(cursor, 0)
  if (!rule.ok) return rule
  const rest = peek(cursor)
  return rest.kind === 'end' ? rule : expected('AND, OR or the end of the rule', rest)
}

/**
 * Reads the documented grammar:
 *
 *     expr       := orExpr
 *     orExpr     := andExpr ("OR" andExpr)*
 *     andExpr    := unary ("AND" unary)*
 *     unary      := "NOT" unary | "(" expr ")" | predicate
 *     predicate  := field op value | field
 *     op         := "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in"
 *     value      := number | "string" | "[" value ("," value)* "]" | true | false | null
 *
 * Words are read in either case; numbers and strings are those of JSON. Never throws: sizes, depth and nodes are bounded (`limits.ts`).
 */
export function parse(source: string): Parsed {
  const fault = checkSize(source)
  if (fault) return err(fault)
  const tokens = lex(source)
  return tokens.ok ? parseAll(tokens.value) : tokens
}
