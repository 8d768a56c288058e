import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { KeptTexts, RuleBook, StoredRule } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import { settleBrake, startBrake } from '../rules/brake/brake.js'
import { brakeOf, loadBrakes, saveBrakes } from '../rules/brake/kept-brakes.js'
import { findRule } from './edit-rules.js'

export interface ConfirmDeps {
  readonly rules: Pick<RuleBook, 'list' | 'replace'>
  readonly texts: KeptTexts
}

/** A person has looked at what a rule does, and wants it as it is: it is in force, and not braked again until it is changed. */
export async function confirmRule(
  projectId: string,
  id: string,
  { rules, texts }: ConfirmDeps,
  now: EpochSeconds,
): Promise<Result<StoredRule, Fault>> {
  const found = await findRule(projectId, id, rules)
  if (!found.ok) return found
  const rule = found.value
  const next = rule.observeOnly ? { ...rule, observeOnly: false, version: rule.version + 1, updatedAt: Math.floor(now) } : rule
  if (next !== rule && !(await rules.replace(next)))
    return err({ code: 'conflict', detail: 'The rule was changed meanwhile: read it again.' })
  const kept = await loadBrakes(texts, projectId)
  const state = settleBrake(brakeOf(kept, id, rule.version) ?? startBrake(kept.baseline))
  await saveBrakes(texts, projectId, { ...kept, rules: { ...kept.rules, [id]: { version: next.version, state } } }, now)
  return ok(next)
}
