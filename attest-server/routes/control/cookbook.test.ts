import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Observations } from '../../../shared/observation.js'
import { seen } from '../../../shared/observation.js'
import { ruleFields } from '../../compose/rule-fields.js'
import { compileRule } from '../../core/rules/compile/compile-rule.js'
import { evaluate } from '../../core/rules/compile/evaluate.js'
import { readFields } from '../../core/rules/fields/read-fields.js'
import { blank } from '../../core/rules/testing/known-fields.js'

const page = readFileSync(new URL('../../../docs/rules-cookbook.md', import.meta.url), 'utf8')

type Visit = Readonly<Record<string, never>>
interface Recipe {
  readonly title: string
  readonly rule: string
  readonly example: { readonly matches: readonly Visit[]; readonly passes: readonly Visit[] }
}

const recipes: readonly Recipe[] = Array.from(
  page.matchAll(/^## (\d+\. .+)$[\s\S]*?```rule[^\n]*\n([\s\S]*?)\n```\n\n```json[^\n]*\n([\s\S]*?)\n```/gm),
  ([, title = '', rule = '', json = '']) => ({ title, rule, example: JSON.parse(json) }),
)

/** Names that a page says are fields of the request or of the score; all others are observed. */
const isDocumented = (name: string): boolean => Object.hasOwn(blank, name)

function reader(visit: Visit) {
  const documented = { ...blank, ...Object.fromEntries(Object.entries(visit).filter(([name]) => isDocumented(name))) }
  const observed = new Map(Object.entries(visit).flatMap(([name, value]) => (isDocumented(name) ? [] : [[name, seen(value)] as const])))
  return readFields(ruleFields, documented, observed as unknown as Observations)
}

describe('the cookbook of rules', () => {
  it('has a rule and an example under each number', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(12)
    expect(recipes).toHaveLength([...page.matchAll(/^## \d+\. /gm)].length)
  })

  it.each(recipes)('$title: compiles, matches what it says and nothing that it says it leaves alone', ({ rule, example }) => {
    const compiled = compileRule(rule, ruleFields)
    if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('; '))
    for (const name of [...example.matches, ...example.passes].flatMap((visit) => Object.keys(visit)))
      expect([name, ruleFields.has(name)]).toEqual([name, true])
    const matched = (visit: Visit) => evaluate(compiled.value.test, reader(visit))
    expect(example.matches.length * example.passes.length).toBeGreaterThan(0)
    expect(example.matches.map(matched)).toEqual(example.matches.map(() => true))
    expect(example.passes.map(matched)).toEqual(example.passes.map(() => false))
  })

  it('lists slips that the compiler refuses, but for the last, which it cannot', () => {
    const [, table = ''] = page.split('| written | what it says |')
    const slips = Array.from(table.matchAll(/^\| `(.+?)` \|/gm), ([, rule = '']) => rule)
    expect(slips.map((rule) => compileRule(rule, ruleFields).ok)).toEqual([false, false, false, true])
  })
})
