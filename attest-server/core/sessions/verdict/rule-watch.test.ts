import { describe, expect, it } from 'vitest'
import type { StoredRule } from '../../../stores/ports.js'
import { compileRule } from '../../rules/compile/compile-rule.js'
import { documentedFields } from '../../rules/fields/documented-fields.js'
import { makeFields } from '../../rules/fields/field.js'
import { defaultToggles } from '../../rules/resolution/policy.js'
import { createRuleWatch } from './rule-watch.js'

const NOW = 1_790_000_000
const compiled = compileRule('score > 0', makeFields(documentedFields))
const test = compiled.ok ? compiled.value.test : undefined!

const stored = (changes: Partial<StoredRule> = {}): StoredRule => ({
  id: 'rule_1',
  projectId: 'p',
  name: 'all',
  expression: 'score > 0',
  action: 'block',
  isActive: true,
  order: 0,
  observeOnly: false,
  createdAt: NOW,
  version: 1,
  updatedAt: NOW,
  ...changes,
})

/** Decides often, after a past in which nobody was blocked. @returns whether the brake went on, each time it changed */
function decide(rule: StoredRule, times: number): boolean[] {
  const changes: boolean[] = []
  const watch = createRuleWatch((_, observeOnly) => changes.push(observeOnly))
  const read = (name: string) => (name === 'score' ? 50 : name === 'band' ? 'likely_human' : null)
  const count = (rules: readonly StoredRule[]) => {
    const inOrder = rules.map(({ id, name, action, order, isActive, observeOnly }) => ({
      id,
      name,
      action,
      sortOrder: order,
      isActive,
      test,
      observeOnly,
    }))
    watch.count('p', { rev: 1, stored: rules, set: { inOrder } }, read, { rules: { inOrder }, toggles: defaultToggles }, NOW)
  }
  for (let i = 0; i < 300; i++) count([])
  for (let i = 0; i < times; i++) count([rule])
  return changes
}

describe('the watch over rules', () => {
  it('puts the brake on a new rule by which blocks jump, once', () => {
    expect(decide(stored(), 500)).toEqual([true])
  })

  it('leaves alone what is not new, what was braked before it began, and what does not block', () => {
    expect(decide(stored({ updatedAt: NOW - 90_000 }), 500)).toEqual([])
    expect(decide(stored({ observeOnly: true }), 500)).toEqual([])
    expect(decide(stored({ action: 'challenge' }), 500)).toEqual([])
    expect(decide(stored({ isActive: false }), 500)).toEqual([])
  })
})
