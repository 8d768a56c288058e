import type { ProjectSettings, StoredRule } from '../../../stores/ports.js'
import { compileRule } from '../compile/compile-rule.js'
import type { FieldRegistry } from '../fields/field.js'
import { makeRuleSet, type Policy, type Rule, type Toggles } from './policy.js'

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

/** What a project decides by. @param stored in the order in which they are asked, as `RuleBook.list` gives them: of equal ones the older is first. */
export const policyOf = (settings: ProjectSettings, stored: readonly StoredRule[], fields: FieldRegistry): Policy => ({
  rules: makeRuleSet(stored.flatMap((rule, index) => ruleOf(rule, index, fields) ?? [])),
  toggles: togglesOf(settings),
})
