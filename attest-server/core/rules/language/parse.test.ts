import { describe, expect, it } from 'vitest'
import { locate } from './fault.js'
import { limits } from './limits.js'
import { parse } from './parse.js'
import { print } from './print.js'

const printed = (source: string) => {
  const rule = parse(source)
  return rule.ok ? print(rule.value) : rule.error.message
}
const faultOf = (source: string) => {
  const rule = parse(source)
  return rule.ok ? undefined : locate(rule.error, source)
}
const nest = (depth: number, open: string, close: string) => `${open.repeat(depth)}verified_bot${close.repeat(depth)}`

describe('the grammar of rules', () => {
  it.each([
    ['score<5', 'score < 5'],
    ['verified_bot', 'verified_bot'],
    ['NOT js_detection.passed', 'NOT js_detection.passed'],
    ['a == 1 or b == 2 and not c', 'a == 1 OR b == 2 AND NOT c'],
    ['(a == 1 OR b == 2) AND c', '(a == 1 OR b == 2) AND c'],
    ['(a AND b) OR (c)', 'a AND b OR c'],
    ['a AND (b AND (c AND d))', 'a AND b AND c AND d'],
    ['NOT (a OR b)', 'NOT (a OR b)'],
    ['not not a', 'NOT NOT a'],
    ['NOT (a) AND b', 'NOT a AND b'],
    ['detection_ids IN [12,  34]', 'detection_ids IN [12, 34]'],
    ['country Not\n In ["DE","FR", null]', 'country NOT IN ["DE", "FR", null]'],
    ['NOT a in ["x"]', 'NOT a IN ["x"]'],
    ['x == TRUE AND y != Null AND z == false', 'x == true AND y != null AND z == false'],
    ['x == -0.50 OR y >= 1E3 OR z<-5', 'x == -0.5 OR y >= 1000 OR z < -5'],
    ['x == -0', 'x == 0'],
    ['ua == "a \\"b\\" \\u00e9 \\n"', 'ua == "a \\"b\\" é \\n"'],
    ['input.press-dwell < 6 AND tell.webdriver', 'input.press-dwell < 6 AND tell.webdriver'],
    ['android == 1 AND notable AND in_order', 'android == 1 AND notable AND in_order'],
  ])('reads %j as %j', (source, canonical) => {
    expect(printed(source)).toBe(canonical)
    expect(printed(canonical)).toBe(canonical)
  })

  it('takes AND before OR, and NOT before both', () => {
    const rule = parse('NOT a AND b OR c')
    expect(rule.ok && rule.value).toMatchObject({
      kind: 'or',
      terms: [{ kind: 'and', terms: [{ kind: 'not', term: { kind: 'flag', field: { name: 'a' } } }, { kind: 'flag' }] }, { kind: 'flag' }],
    })
  })

  it('has one tree for what means the same', () => {
    const treeOf = (source: string) => JSON.stringify(parse(source), (key, value) => (key === 'at' ? undefined : value))
    expect(treeOf('a AND (b AND c)')).toBe(treeOf('((a) AND b) and c'))
    expect(treeOf('a OR (b OR c)')).not.toBe(treeOf('a AND (b OR c)'))
    const zero = parse('x == -0')
    expect(zero.ok && zero.value).toMatchObject({ value: { value: 0 } })
  })

  it('reads a hyphen as part of a name, as nothing is ever subtracted', () => {
    const rule = parse('score-5 < 3')
    expect(rule.ok && rule.value).toMatchObject({ kind: 'comparison', field: { name: 'score-5' } })
  })
})

describe('what is no rule', () => {
  it.each([
    ['', 'empty', 1, 1, 0],
    ['  \n ', 'empty', 2, 2, 0],
    ['score', undefined, 0, 0, 0],
    ['score <', 'token-unexpected', 1, 8, 0],
    ['score < 5 5', 'token-unexpected', 1, 11, 1],
    ['score 5', 'token-unexpected', 1, 7, 1],
    ['5 < score', 'token-unexpected', 1, 1, 1],
    ['score not 5', 'token-unexpected', 1, 11, 1],
    ['(score < 5', 'token-unexpected', 1, 11, 0],
    ['score < 5)', 'token-unexpected', 1, 10, 1],
    ['a AND\n  OR b', 'token-unexpected', 2, 3, 2],
    ['a AND AND', 'token-unexpected', 1, 7, 3],
    ['NOT', 'token-unexpected', 1, 4, 0],
    ['x in []', 'token-unexpected', 1, 7, 1],
    ['x in [1,]', 'token-unexpected', 1, 9, 1],
    ['x in [1 2]', 'token-unexpected', 1, 9, 1],
    ['x in [[1]]', 'token-unexpected', 1, 7, 1],
    ['x == y', 'token-unexpected', 1, 6, 1],
    ['x == (1)', 'token-unexpected', 1, 6, 1],
    ['1.a', 'number-malformed', 1, 1, 3],
    ['x == 007', 'number-malformed', 1, 6, 3],
    ['x == 5px', 'number-malformed', 1, 6, 3],
    ['x == 1e999', 'number-malformed', 1, 6, 5],
    ['x == .5', 'character-unexpected', 1, 6, 1],
    ['x = 5', 'character-unexpected', 1, 3, 1],
    ['x == 1 && y', 'character-unexpected', 1, 8, 1],
    ["x == 'a'", 'character-unexpected', 1, 6, 1],
    ['a AND 🤖', 'character-unexpected', 1, 7, 2],
    ['x == "a\nb"', 'string-malformed', 1, 6, 5],
    ['x == "\\x41"', 'string-malformed', 1, 6, 6],
    ['a OR\nx == "abc', 'string-unterminated', 2, 6, 4],
    ['x == "abc\\"', 'string-unterminated', 1, 6, 6],
  ])('%j is %s at %i:%i', (source, code, line, column, length) => {
    const fault = faultOf(source)
    expect(fault?.code).toBe(code)
    if (fault) expect(fault.at).toMatchObject({ line, column, length })
  })

  it.each([
    ['x = 5', 'Unexpected character "=" in rule expression. Values are compared with "==".'],
    ['a && b', 'Unexpected character "&" in rule expression. Conditions are joined with AND.'],
    ['a \u0000', 'Unexpected character U+0000 in rule expression.'],
    ['a \ud800', 'Unexpected character U+D800 in rule expression.'],
    ['x == abc', 'Expected a value (a string stands in double quotes), but "abc" follows.'],
    ['a AND', 'Expected a field, NOT or "(", but the rule ends.'],
  ])('says of %j: %s', (source, message) => {
    expect(faultOf(source)?.message).toBe(message)
  })

  it('is quoted back only in part', () => {
    expect(faultOf(`a ${'b'.repeat(4000)}`)?.message.length).toBeLessThan(200)
  })
})

describe('the limits of a rule', () => {
  it('are in bytes, not in characters', () => {
    const rule = (filler: string, count: number) => `ua == "${filler.repeat(count)}"`
    expect(faultOf(rule('a', limits.bytes - 8))?.code).toBeUndefined()
    expect(faultOf(rule('a', limits.bytes - 7))?.code).toBe('source-too-long')
    expect(faultOf(rule('é', limits.bytes / 2 - 3))?.code).toBe('source-too-long')
  })

  it.each([
    ['(', ')'],
    ['NOT ', ''],
    ['NOT (', ')'],
  ])('let %j nest so deep and no deeper', (open, close) => {
    const levels = limits.depth / (open === 'NOT (' ? 2 : 1)
    expect(faultOf(nest(levels, open, close))?.code).toBeUndefined()
    expect(faultOf(nest(levels + 1, open, close))?.code).toBe('too-deep')
  })

  it('let a rule have so many nodes and no more', () => {
    const run = (count: number) => Array.from({ length: count }, () => 'a').join(' OR ')
    expect(faultOf(run(limits.nodes - 1))?.code).toBeUndefined()
    expect(faultOf(run(limits.nodes))?.code).toBe('too-many-nodes')
  })

  it('let a list have so many values and no more', () => {
    const list = (count: number) => `detection_ids in [${Array.from({ length: count }, (_, i) => i).join(',')}]`
    expect(faultOf(list(limits.items))?.code).toBeUndefined()
    expect(faultOf(list(limits.items + 1))).toMatchObject({ code: 'too-many-items' })
  })
})
