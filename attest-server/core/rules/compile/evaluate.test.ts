import { describe, expect, it } from 'vitest'
import type { FieldValue } from '../fields/field.js'
import { readFields } from '../fields/read-fields.js'
import { blank, knownFields } from '../testing/known-fields.js'
import { compileRule } from './compile-rule.js'
import { evaluate } from './evaluate.js'

function matches(source: string, values: Readonly<Record<string, FieldValue>>): boolean {
  const rule = compileRule(source, knownFields)
  if (!rule.ok) throw new Error(rule.error[0].message)
  return evaluate(rule.value.test, readFields(knownFields, { ...blank, ...values }, new Map()))
}

describe('a rule', () => {
  it.each<[string, Readonly<Record<string, FieldValue>>, boolean]>([
    ['score < 30', { score: 29 }, true],
    ['score < 30', { score: 30 }, false],
    ['score <= 30', { score: 30 }, true],
    ['score > 30', { score: 30 }, false],
    ['score >= 30 AND score <= 30 AND score == 30', { score: 30 }, true],
    ['score != 30', { score: 30 }, false],
    ['path == "/login"', { path: '/login' }, true],
    ['path == "/login"', { path: '/Login' }, false],
    ['country in ["DE", "FR"]', { country: 'FR' }, true],
    ['country not in ["DE", "FR"]', { country: 'FR' }, false],
    ['detection_ids in [12, 34]', { detection_ids: [1, 34] }, true],
    ['detection_ids in [12, 34]', { detection_ids: [1] }, false],
    ['detection_ids not in [12, 34]', { detection_ids: [1, 34] }, false],
    ['detection_ids not in [12, 34]', { detection_ids: [] }, true],
    ['verified_bot', { verified_bot: true }, true],
    ['verified_bot == false', { verified_bot: false }, true],
    ['NOT static_resource AND path == "/"', { path: '/' }, true],
    ['score < 5 OR score > 90 AND path == "/"', { score: 3, path: '/x' }, true],
    ['(score < 5 OR score > 90) AND path == "/"', { score: 3, path: '/x' }, false],
  ])('%s of %j: %s', (source, values, expected) => {
    expect(matches(source, values)).toBe(expected)
  })

  it('takes nothing for true but true', () => {
    const rule = compileRule('tell.webdriver', knownFields)
    const odd: readonly FieldValue[] = [1, 'true', [1], null]
    expect(odd.map((value) => rule.ok && evaluate(rule.value.test, () => value))).toEqual([false, false, false, false])
  })

  it.each<[string, boolean]>([
    ['behavioral.mouse_entropy < 1', false],
    ['behavioral.mouse_entropy <= 0', false],
    ['behavioral.mouse_entropy > 0', false],
    ['behavioral.mouse_entropy >= 0', false],
    ['behavioral.mouse_entropy == 0', false],
    ['behavioral.mouse_entropy != 0', true],
    ['behavioral.mouse_entropy == null', true],
    ['behavioral.mouse_entropy != null', false],
    ['js_detection.passed', false],
    ['js_detection.passed == false', false],
    ['NOT js_detection.passed', true],
    ['country in ["DE"]', false],
    ['country not in ["DE"]', true],
    ['country in ["DE", null]', true],
    ['country not in ["DE", null]', false],
    ['score == null', false],
    ['tell.webdriver', false],
    ['NOT input.press-dwell < 6', true],
  ])('of which nothing is known: %s is %s', (source, expected) => {
    expect(matches(source, {})).toBe(expected)
  })
})
