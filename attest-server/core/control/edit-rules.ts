import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { RuleBook, StoredRule } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import { makeId, type Random } from '../ids.js'
import { type CompiledRule, compileRule } from '../rules/compile/compile-rule.js'
import type { FieldRegistry } from '../rules/fields/field.js'

/** A rule as its author writes it. */
export type RuleDraft = Pick<StoredRule, 'name' | 'expression' | 'action' | 'isActive' | 'order'>

export interface RuleDesk {
  readonly rules: RuleBook
  readonly fields: FieldRegistry
  readonly random: Random
}

/** What is wrong with an expression, each with its place. The first is the sentence for those who read no further. */
export function checkExpression(expression: string, fields: FieldRegistry): Result<CompiledRule, Fault> {
  const compiled = compileRule(expression, fields)
  if (compiled.ok) return compiled
  const problems = compiled.error.map(({ message, at, suggestion }) => ({
    path: 'expression',
    message,
    at,
    ...(suggestion === undefined ? {} : { suggestion }),
  }))
  return err({ code: 'invalid', detail: compiled.error[0].message, fields: problems })
}

/** Nothing is saved that does not compile: no verdict ever meets a rule that it cannot ask. */
export async function addRule(projectId: string, draft: RuleDraft, desk: RuleDesk, now: EpochSeconds): Promise<Result<StoredRule, Fault>> {
  const checked = checkExpression(draft.expression, desk.fields)
  if (!checked.ok) return checked
  const at = Math.floor(now)
  const id = `rule_${makeId(desk.random)}`
  const rule: StoredRule = { ...draft, id, projectId, observeOnly: false, createdAt: at, updatedAt: at, version: 1 }
  return (await desk.rules.add(rule)) ? ok(rule) : err({ code: 'conflict', detail: 'This project has as many rules as it may.' })
}

export const findRule = async (projectId: string, id: string, rules: Pick<RuleBook, 'list'>): Promise<Result<StoredRule, Fault>> => {
  const rule = (await rules.list(projectId)).find((one) => one.id === id)
  return rule ? ok(rule) : err({ code: 'not-found', detail: 'This project has no such rule.' })
}

const STALE = { code: 'conflict', detail: 'The rule was changed meanwhile: read it again.' } as const satisfies Fault

/** @param version that its author has seen: who was overtaken, by another or by the brake, is told and changes nothing. */
export async function replaceRule(
  projectId: string,
  id: string,
  version: number,
  draft: RuleDraft,
  desk: RuleDesk,
  now: EpochSeconds,
): Promise<Result<StoredRule, Fault>> {
  const last = await findRule(projectId, id, desk.rules)
  if (!last.ok) return last
  const checked = checkExpression(draft.expression, desk.fields)
  if (!checked.ok) return checked
  if (last.value.version !== version) return err(STALE)
  const rule = { ...last.value, ...draft, observeOnly: false, version: version + 1, updatedAt: Math.floor(now) }
  return (await desk.rules.replace(rule)) ? ok(rule) : err(STALE)
}
