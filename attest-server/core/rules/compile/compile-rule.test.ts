import { describe, expect, it } from 'vitest'
import { MOST_FAULTS, sayFault } from '../language/fault.js'
import { knownFields } from '../testing/known-fields.js'
import { compileRule } from './compile-rule.js'

const faultsOf = (source: string) => {
  const rule = compileRule(source, knownFields)
  return rule.ok ? [] : rule.error
}
const compiled = (source: string) => {
  const rule = compileRule(source, knownFields)
  if (!rule.ok) throw new Error(rule.error[0].message)
  return rule.value
}

describe('what is refused when a rule is saved', () => {
  it.each([
    ['scorre < 5', 'Unknown field "scorre" in rule expression. Did you mean "score"?'],
    ['Score < 5', 'Unknown field "Score" in rule expression. Did you mean "score"?'],
    ['webdriver', 'Unknown field "webdriver" in rule expression. Did you mean "tell.webdriver"?'],
    [
      'behavioural.mouse_entropy < 1',
      'Unknown field "behavioural.mouse_entropy" in rule expression. Did you mean "behavioral.mouse_entropy"?',
    ],
    ['session_token == "a"', 'Unknown field "session_token" in rule expression.'],
    ['__proto__ == 1', 'Unknown field "__proto__" in rule expression.'],
    ['constructor', 'Unknown field "constructor" in rule expression.'],
    ['score', '"score" cannot stand alone: compare it with a value.'],
    ['score in [1]', '"score" is a number: "in" does not apply to it, only ==, !=, <, <=, > or >=.'],
    ['path < "a"', '"path" is a string: "<" does not apply to it, only ==, !=, in or not in.'],
    ['verified_bot > false', '"verified_bot" is a boolean: ">" does not apply to it, only == or !=.'],
    ['detection_ids == 12', '"detection_ids" is a list of ids: "==" does not apply to it, only in or not in.'],
    ['detection_ids in ["12"]', '"detection_ids" holds whole numbers, and "12" is none.'],
    ['detection_ids in [null]', '"detection_ids" holds whole numbers, and null is none.'],
    ['detection_ids in [1.5]', '"detection_ids" holds whole numbers, and 1.5 is none.'],
    ['detection_ids in 12', '"in" needs a list in brackets.'],
    ['score == [1]', '"==" compares with one value, not with a list.'],
    ['score == "5"', '"score" is a number, and "5" is none.'],
    ['score < null', '"score" cannot be compared with null by "<".'],
    ['tell.webdriver == 1', '"tell.webdriver" is a boolean, and 1 is none.'],
    ['country in ["DE", 5]', '"country" is a string, and 5 is none.'],
    ['ip in ["10.0.0.0/8"]', '"ip" is one address, such as "203.0.113.7"; ranges are not matched: it is never "10.0.0.0/8".'],
    ['band == "definit"', '"band" is never "definit". Did you mean "definite"?'],
  ])('%s: %s', (source, message) => {
    expect(faultsOf(source).map(sayFault)).toEqual([message])
  })

  it('is named by its place', () => {
    expect(faultsOf('score < 5 AND\n  scorre > 3')).toEqual([
      {
        code: 'field-unknown',
        message: 'Unknown field "scorre" in rule expression.',
        suggestion: 'score',
        at: { offset: 16, length: 6, line: 2, column: 3 },
      },
    ])
    expect(faultsOf('country in ["DE", 5]')[0]?.at).toMatchObject({ column: 19, length: 1 })
  })

  it('is all that is wrong with its types, up to a limit', () => {
    expect(faultsOf('scorre < 5 OR NOT path AND ua in ["a"]').map(({ code }) => code)).toEqual(['field-unknown', 'field-not-boolean'])
    const many = Array.from({ length: 200 }, (_, i) => `f${i}`).join(' OR ')
    expect(faultsOf(many)).toHaveLength(MOST_FAULTS)
  })
})

describe('a rule that was compiled', () => {
  it('says which fields it reads', () => {
    const { reads } = compiled('score < 5 AND (path == "/login" OR NOT tell.webdriver) AND score != 0 AND detection_ids in [12]')
    expect(reads).toEqual(['score', 'path', 'tell.webdriver', 'detection_ids'])
  })

  it.each([
    ['tell.webdriver', []],
    ['NOT tell.webdriver', ['tell.webdriver']],
    ['NOT NOT tell.webdriver', []],
    ['tell.webdriver != true', ['tell.webdriver']],
    ['NOT tell.webdriver != true', []],
    ['NOT behavioral.mouse_entropy > 0.2', ['behavioral.mouse_entropy']],
    ['behavioral.mouse_entropy <= 0.2', []],
    ['behavioral.mouse_entropy != null AND NOT behavioral.mouse_entropy > 0.2', []],
    ['country not in ["DE"]', ['country']],
    ['country not in ["DE", null]', []],
    ['score != 5 AND detection_ids not in [3] AND NOT verified_bot', []],
    ['behavioral.mouse_entropy == null', []],
  ])('says where being unknown speaks for a match: %s', (source, fields) => {
    expect(compiled(source).holdsWhereUnknown).toEqual(fields)
  })

  it('is plain data that can be stored and printed', () => {
    const rule = compiled('score<5 and tell.webdriver')
    expect(rule.printed).toBe('score < 5 AND tell.webdriver')
    expect(structuredClone(rule)).toEqual(rule)
  })
})
