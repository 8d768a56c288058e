import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRule } from './compile/compile-rule.js'
import { evaluate } from './compile/evaluate.js'
import type { FieldValue, ReadField } from './fields/field.js'
import { limits } from './language/limits.js'
import { parse } from './language/parse.js'
import { print } from './language/print.js'
import { type Operator, operators, type Syntax } from './language/syntax.js'
import { knownFields } from './testing/known-fields.js'

const nowhere = { offset: 0, length: 0 }
const KEYWORDS = ['and', 'or', 'not', 'in', 'true', 'false', 'null']
const name = fc.stringMatching(/^[A-Za-z_][\w-]{0,6}(\.[\w-]{1,6}){0,2}$/).filter((word) => !KEYWORDS.includes(word.toLowerCase()))
const field = name.map((word) => ({ name: word, at: nowhere }))
const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const literal = fc
  .oneof(number, fc.string({ unit: 'binary', maxLength: 8 }), fc.boolean(), fc.constant(null))
  .map((value) => ({ kind: 'literal' as const, value, at: nowhere }))
const list = fc.array(literal, { minLength: 1, maxLength: 4 }).map((items) => ({ kind: 'list' as const, items, at: nowhere }))
const operator = fc.constantFrom<Operator>(...operators)
const joined = (kind: 'and' | 'or', terms: readonly Syntax[]): Syntax => ({
  ...{ kind, at: nowhere },
  terms: terms.flatMap((term) => (term.kind === kind ? term.terms : [term])),
})

const { syntax } = fc.letrec<{ syntax: Syntax }>((tie) => ({
  syntax: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    field.map((field): Syntax => ({ kind: 'flag', field, at: nowhere })),
    fc
      .tuple(field, operator, fc.oneof(literal, list))
      .map(([field, operator, value]): Syntax => ({ kind: 'comparison', field, operator, operatorAt: nowhere, value, at: nowhere })),
    tie('syntax').map((term): Syntax => ({ kind: 'not', term, at: nowhere })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('syntax'), { minLength: 2, maxLength: 4 }))
      .map(([kind, terms]) => joined(kind, terms)),
  ),
}))

/** The same tree, as if it stood nowhere. */
const placeless = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'at' || key === 'operatorAt' ? undefined : value)))

/** A rule whose types fit, with what it means, said in another way than by walking a tree. */
type Meaning = (read: ReadField) => boolean
interface Rule {
  readonly text: string
  readonly means: Meaning
}

const of = (type: string) => fc.constantFrom(...[...knownFields.values()].filter((one) => one.type === type && !one.values && !one.shape))
const few = fc.integer({ min: -2, max: 2 })
const orders: readonly [string, (a: number, b: number) => boolean][] = [
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
]
const word = fc.constantFrom('', 'a', 'b', 'DE')
const equality = (type: string, value: fc.Arbitrary<FieldValue>) =>
  fc.tuple(of(type), fc.boolean(), fc.oneof(value, fc.constant(null))).map(([{ name }, same, value]): Rule => {
    return { text: `${name} ${same ? '==' : '!='} ${JSON.stringify(value)}`, means: (read) => Object.is(read(name), value) === same }
  })
const predicate: fc.Arbitrary<Rule> = fc.oneof(
  of('boolean').map(({ name }) => ({ text: name, means: (read: ReadField) => read(name) === true })),
  equality('number', few),
  equality('boolean', fc.boolean()),
  equality('string', word),
  fc.tuple(of('number'), fc.constantFrom(...orders), few).map(([{ name }, [sign, compare], limit]) => ({
    text: `${name} ${sign} ${limit}`,
    means: (read: ReadField) => read(name) !== null && compare(read(name) as number, limit),
  })),
  fc.tuple(of('string'), fc.boolean(), fc.array(word, { minLength: 1, maxLength: 3 })).map(([{ name }, inside, words]) => ({
    text: `${name} ${inside ? 'IN' : 'not  in'} ${JSON.stringify(words)}`,
    means: (read: ReadField) => words.some((word) => word === read(name)) === inside,
  })),
  fc.tuple(fc.boolean(), fc.array(few, { minLength: 1, maxLength: 3 })).map(([inside, ids]) => ({
    text: `detection_ids ${inside ? 'in' : 'NOT IN'} ${JSON.stringify(ids)}`,
    means: (read: ReadField) => ids.some((id) => (read('detection_ids') as number[]).includes(id)) === inside,
  })),
)
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    predicate,
    tie('rule').map(({ text, means }) => ({ text: `NOT (${text})`, means: (read: ReadField) => !means(read) })),
    fc
      .tuple(tie('rule'), tie('rule'))
      .map(([a, b]) => ({ text: `(${a.text}) and (${b.text})`, means: (read: ReadField) => a.means(read) && b.means(read) })),
    fc
      .tuple(tie('rule'), tie('rule'))
      .map(([a, b]) => ({ text: `(${a.text}) OR (${b.text})`, means: (read: ReadField) => a.means(read) || b.means(read) })),
  ),
}))

const VALUES: Readonly<Record<string, readonly FieldValue[]>> = {
  number: [null, -2, -1, 0, 1, 2],
  boolean: [null, false, true],
  string: [null, '', 'a', 'b', 'DE'],
  'id-list': [[], [0], [-2, 1], [1, 2, 3]],
}
/** A session whose values depend on nothing but its number. */
const sessionOf =
  (seed: number): ReadField =>
  (name) => {
    const values = VALUES[knownFields.get(name)!.type]!
    let mixed = seed | 1
    for (const letter of name) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193) >>> 0
    return values[(mixed >>> 8) % values.length]!
  }
const session = fc.nat().map(sessionOf)

const compiled = (text: string) => {
  const result = compileRule(text, knownFields)
  if (!result.ok) throw new Error(`${text}: ${result.error[0].message}`)
  return result.value
}

/** Either a rule, or faults whose places are in the source. */
function expectSound(source: string): void {
  const result = compileRule(source, knownFields)
  if (result.ok) return
  for (const { at, message } of result.error) {
    const isInside = at.offset >= 0 && at.length >= 0 && at.offset + at.length <= source.length
    const line = source.split('\n')[at.line - 1]
    if (!isInside || line === undefined || at.column > line.length + 1 || message.length > 300) throw new Error(JSON.stringify(source))
  }
}

const names = [...knownFields.keys()]
const token = fc.oneof(
  fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    ',',
    'AND',
    'or',
    'NOT',
    'not in',
    'in',
    'true',
    'null',
    '==',
    '!=',
    '<',
    '>=',
    '=',
    '"',
    '"a"',
    '-',
    '5',
    '1e9',
  ),
  fc.constantFrom(...names),
  fc.constantFrom('score', 'path', 'verified_bot', 'detection_ids', '\n', '\\', "'", '\u0000', '🤖', '\ud800'),
)

describe('whatever the source', () => {
  it('a rule or a located fault comes of characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectSound), { numRuns: 40_000 })
  })

  it('a rule or a located fault comes of tokens in any order', () => {
    const soup = fc.tuple(fc.array(token, { maxLength: 25 }), fc.constantFrom('', ' ')).map(([tokens, space]) => tokens.join(space))
    fc.assert(fc.property(soup, expectSound), { numRuns: 50_000 })
  })

  it('a rule or a located fault comes of a rule with a slip', () => {
    const slip = fc
      .tuple(rule, fc.nat(), fc.nat(3), token)
      .map(([{ text }, at, gone, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + gone))
    fc.assert(fc.property(slip, expectSound), { numRuns: 10_000 })
  })

  it('the largest sources take no stack', () => {
    for (const part of ['(', 'NOT ', '[', '"', 'a OR ', 'score in [', '-', '1', '\\', 'not ', 'é', '((((a AND ']) {
      for (const size of [limits.bytes / part.length, 100_000]) expectSound(part.repeat(size))
    }
  })
})

describe('the printed form', () => {
  it('parses to the rule that was printed, and prints the same again', () => {
    const isIdentity = (tree: Syntax) => {
      const text = print(tree)
      fc.pre(new TextEncoder().encode(text).length <= limits.bytes)
      const again = parse(text)
      expect(again.ok && placeless(again.value)).toEqual(placeless(tree))
      expect(again.ok && print(again.value)).toBe(text)
    }
    fc.assert(fc.property(syntax, isIdentity), { numRuns: 5_000 })
  })

  it('means what the source means', () => {
    const meansTheSame = ({ text, means }: Rule, read: ReadField) => evaluate(compiled(compiled(text).printed).test, read) === means(read)
    fc.assert(fc.property(rule, session, meansTheSame), { numRuns: 3_000 })
  })
})

describe('a rule whose types fit', () => {
  it('matches what it says, the same every time, and reads each comparison at most once', () => {
    const isRight = ({ text, means }: Rule, read: ReadField) => {
      const { test } = compiled(text)
      let reads = 0
      const counting: ReadField = (name) => {
        reads++
        return read(name)
      }
      expect(evaluate(test, counting)).toBe(means(read))
      expect(reads).toBeLessThanOrEqual(limits.nodes)
      expect(evaluate(test, read)).toBe(means(read))
    }
    fc.assert(fc.property(rule, session, isRight), { numRuns: 5_000 })
  })

  it('answers true or false, whatever it is given to read', () => {
    const anything = fc.func(fc.anything()) as fc.Arbitrary<unknown> as fc.Arbitrary<ReadField>
    fc.assert(
      fc.property(rule, anything, ({ text }, read) => typeof evaluate(compiled(text).test, read) === 'boolean'),
      { numRuns: 2_000 },
    )
  })
})
