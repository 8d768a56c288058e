import type { ProjectSettings, StoredRule } from '../../../stores/ports.js'
import { compileRule } from '../compile/compile-rule.js'
import type { FieldRegistry } from '../fields/field.js'
import { makeRuleSet, type Policy, type Rule, type Toggles } from './policy.js'

/** A rule that blocks, and what would be decided without it and with it in force: what the brake compares. */
export interface Trial {
  readonly id: string
  readonly version: number
  readonly before: Policy
  readonly after: Policy
}

/** What a project decides by, as it was kept: made once for each `rev` of its settings. */
export interface ProjectPolicy extends Policy {
  readonly projectId: string
  readonly threshold: number
  readonly rev: number
  /** For every active rule that blocks. */
  readonly trials: readonly Trial[]
}

const togglesOf = ({ allowVerified, protectStatic, blockDefinite, challengeLikely }: ProjectSettings): Toggles => ({
  allowVerified,
  protectStatic,
  blockDefinite,
  challengeLikely,
})

/** One rule as `resolve` asks it. @returns undefined for one that does not compile (any more): no rule of that kind is ever saved. */
export function ruleOf({ id, name, action, isActive, observeOnly, expression }: StoredRule, sortOrder: number, fields: FieldRegistry) {
  const compiled = compileRule(expression, fields)
  return compiled.ok ? ({ id, name, action, isActive, observeOnly, sortOrder, test: compiled.value.test } satisfies Rule) : undefined
}

function trialOf({ id, version }: StoredRule, rules: readonly Rule[], toggles: Toggles): Trial {
  const enforced = rules.map((rule) => (rule.id === id ? { ...rule, observeOnly: false } : rule))
  const before = { toggles, rules: makeRuleSet(rules.filter((rule) => rule.id !== id)) }
  return { id, version, before, after: { toggles, rules: makeRuleSet(enforced) } }
}

/** @param stored in the order in which they are asked, as `RuleBook.list` gives them: of equal ones the older is first. */
export function policyOf(
  projectId: string,
  settings: ProjectSettings,
  stored: readonly StoredRule[],
  fields: FieldRegistry,
): ProjectPolicy {
  const rules = stored.flatMap((rule, index) => ruleOf(rule, index, fields) ?? [])
  const toggles = togglesOf(settings)
  const compiled = new Set(rules.map(({ id }) => id))
  const blocking = stored.filter(({ id, isActive, action }) => isActive && action === 'block' && compiled.has(id))
  return {
    projectId,
    threshold: settings.threshold,
    rev: settings.rev,
    rules: makeRuleSet(rules),
    toggles,
    trials: blocking.map((rule) => trialOf(rule, rules, toggles)),
  }
}
