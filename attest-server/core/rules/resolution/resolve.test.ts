import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRule } from '../compile/compile-rule.js'
import type { DocumentedValues } from '../fields/documented-fields.js'
import { readFields } from '../fields/read-fields.js'
import { blank, knownFields } from '../testing/known-fields.js'
import { defaultToggles, makeRuleSet, type Rule, type RuleAction, ruleActions, type Toggles } from './policy.js'
import { NOT_AVAILABLE, resolve } from './resolve.js'

function ruleOf(source: string, action: RuleAction, more: Partial<Rule> = {}): Rule {
  const compiled = compileRule(source, knownFields)
  if (!compiled.ok) throw new Error(compiled.error[0].message)
  return { ...{ id: source, name: `${action} ${source}`, action, sortOrder: 0, isActive: true, test: compiled.value.test }, ...more }
}
const always = (action: RuleAction, more: Partial<Rule> = {}) => ruleOf('score != -1', action, more)
const decide = (session: Partial<DocumentedValues>, rules: readonly Rule[], toggles: Partial<Toggles> = {}) =>
  resolve(readFields(knownFields, { ...blank, ...session }, new Map()), {
    rules: makeRuleSet(rules),
    toggles: { ...defaultToggles, ...toggles },
  })

const definite = { score: 1, band: 'definite' } as const
const likely = { score: 12, band: 'likely_automated' } as const
const enforcing = { blockDefinite: true, challengeLikely: true }

describe('the order of resolution', () => {
  it('lets a verified bot pass before any rule is asked, where it may', () => {
    const verified = { verified_bot: true, band: 'verified', score: 0 } as const
    expect(decide(verified, [always('block')])).toMatchObject({ action: 'allow', by: 'verified' })
    expect(decide(verified, [always('block')], { allowVerified: false })).toMatchObject({ action: 'block', by: 'rule' })
    expect(decide(verified, [], { allowVerified: false, ...enforcing })).toMatchObject({ action: 'allow', by: 'default' })
  })

  it('lets who has no score pass before any rule is asked: score < 30 would be true of everybody', () => {
    const unscored = { score: 0, band: 'not_computed' } as const
    expect(decide(unscored, [ruleOf('score < 30', 'block')], enforcing)).toEqual({
      ...{ action: 'allow', by: 'not-computed', reason: NOT_AVAILABLE, logged: [] },
    })
  })

  it('asks rules before toggles, and says which one decided', () => {
    const decided = decide(definite, [ruleOf('score < 5', 'challenge', { id: 'r1', name: 'Low scores' })], enforcing)
    expect(decided).toMatchObject({ action: 'challenge', by: 'rule', rule: { id: 'r1', name: 'Low scores', action: 'challenge' } })
    expect(decided.reason).toContain('Low scores')
  })

  it('asks rules by sort order, then by id, and skips what is not active or does not match', () => {
    const rules = [
      always('block', { id: 'b', sortOrder: 2 }),
      always('challenge', { id: 'd', sortOrder: 1 }),
      always('block', { id: 'c', sortOrder: 1 }),
      always('allow', { id: 'a', sortOrder: 0, isActive: false }),
      ruleOf('score > 90', 'allow', { id: 'a2', sortOrder: 0 }),
    ]
    expect(decide(likely, rules).rule?.id).toBe('c')
  })

  it('ends at a rule that allows', () => {
    const rules = [always('allow', { id: 'a', sortOrder: 1 }), always('block', { id: 'b', sortOrder: 2 })]
    expect(decide(definite, rules, enforcing)).toMatchObject({ action: 'allow', by: 'rule', rule: { id: 'a' } })
  })

  it('notes rules that log or delay, and goes on', () => {
    const rules = ['log', 'delay', 'log', 'delay', 'block', 'log'].map((action, i) =>
      always(action as RuleAction, { id: `r${i}`, sortOrder: i }),
    )
    const { logged, delay, action } = decide(definite, rules)
    expect([logged.map(({ id }) => id), delay?.id, action]).toEqual([['r0', 'r2'], 'r1', 'block'])
  })

  it('only logs a rule that is braked, with what it would have done', () => {
    const decided = decide(likely, [always('block', { observeOnly: true })], { challengeLikely: true })
    expect(decided).toMatchObject({ action: 'challenge', by: 'toggle', logged: [{ action: 'block' }] })
  })

  it.each<[Partial<DocumentedValues>, Partial<Toggles>, string]>([
    [definite, {}, 'allow'],
    [definite, { blockDefinite: true }, 'block'],
    [definite, { challengeLikely: true }, 'allow'],
    [likely, {}, 'allow'],
    [likely, { challengeLikely: true }, 'challenge'],
    [likely, { blockDefinite: true }, 'allow'],
    [{ score: 80, band: 'likely_human' }, enforcing, 'allow'],
    [{ ...definite, static_resource: true }, enforcing, 'block'],
    [{ ...definite, static_resource: true }, { ...enforcing, protectStatic: false }, 'allow'],
  ])('of %j with %j makes %s', (session, toggles, action) => {
    expect(decide(session, [], toggles).action).toBe(action)
  })

  it('asks rules of static resources, too: the toggle only stands for the toggles', () => {
    const decided = decide({ ...definite, static_resource: true }, [always('block')], { protectStatic: false })
    expect(decided.action).toBe('block')
  })
})

describe('whatever the rules', () => {
  const anyRule = fc
    .record({ id: fc.string({ maxLength: 2 }), action: fc.constantFrom(...ruleActions), sortOrder: fc.integer({ min: -2, max: 2 }) })
    .chain((more) =>
      fc
        .tuple(fc.constantFrom('score < 5', 'score > 50', 'static_resource', 'NOT verified_bot'), fc.boolean(), fc.boolean())
        .map(([source, isActive, observeOnly]) => ruleOf(source, more.action, { ...more, isActive, observeOnly })),
    )
  const session = fc.record({
    score: fc.integer({ min: 0, max: 99 }),
    band: fc.constantFrom<DocumentedValues['band']>('not_computed', 'definite', 'likely_automated', 'likely_human', 'verified'),
    verified_bot: fc.boolean(),
    static_resource: fc.boolean(),
  })

  it('nothing but a rule or a toggle that asks for it turns anybody away', () => {
    const isFounded = (one: Partial<DocumentedValues>, rules: readonly Rule[]) => {
      const { action, rule, by } = decide(one, rules)
      expect(action === 'allow' || (by === 'rule' && rule?.action === action)).toBe(true)
    }
    fc.assert(fc.property(session, fc.array(anyRule, { maxLength: 6 }), isFounded))
  })

  it('their order in the list does not matter', () => {
    const isStable = (one: Partial<DocumentedValues>, rules: readonly Rule[]) => {
      expect(decide(one, [...rules].reverse())).toEqual(decide(one, rules))
    }
    fc.assert(fc.property(session, fc.uniqueArray(anyRule, { maxLength: 6, selector: ({ id }) => id }), isStable))
  })

  it('braking one never turns more people away than leaving it out', () => {
    const isHarmless = (one: Partial<DocumentedValues>, rules: readonly Rule[], braked: Rule) => {
      const without = decide(one, rules)
      const with_ = decide(one, [...rules, { ...braked, observeOnly: true }])
      expect(with_.action).toBe(without.action)
    }
    fc.assert(fc.property(session, fc.array(anyRule, { maxLength: 5 }), anyRule, isHarmless))
  })
})
