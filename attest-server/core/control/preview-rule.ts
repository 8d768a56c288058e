import { ok, type Result } from '../../../shared/result.js'
import type { RuleBook, Settings, StoredRule } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import type { FieldRegistry } from '../rules/fields/field.js'
import type { Policy } from '../rules/resolution/policy.js'
import { policyOf, ruleOf } from '../rules/resolution/policy-of.js'
import { type DraftRule, type PastSession, type Preview, startPreview } from '../rules/resolution/preview.js'
import { checkExpression, findRule, type RuleDraft } from './edit-rules.js'

export interface PreviewDeps {
  readonly rules: Pick<RuleBook, 'list'>
  readonly settings: Pick<Settings, 'of'>
  readonly fields: FieldRegistry
  /** The project's last sessions, newest first. @param threshold of the project. */
  readonly past: (projectId: string, threshold: number) => Promise<readonly PastSession[]>
  /** Lets requests have their turn. */
  readonly yieldTurn: () => Promise<void>
}

export interface RulePreview extends Omit<Preview, 'matches'> {
  /** Sessions that the draft matches, whatever comes of it. */
  readonly matches: number
  /** See `RuleSummary`. */
  readonly holdsWhereUnknown: readonly string[]
}

const DRAFT = 'draft'

/** What is new about a draft stands last among those of its order, as it would when it is saved. */
const inOrder = (rules: readonly StoredRule[]): StoredRule[] => [...rules].sort((a, b) => a.order - b.order)

/** Sessions between two turns of others: some 12 ms where all rules are as long as they may be. */
const SLICE = 8

async function play(past: readonly PastSession[], before: Policy, after: Policy, drafts: readonly DraftRule[], deps: PreviewDeps) {
  const run = startPreview(before, after, drafts)
  for (const [i, session] of past.entries()) {
    if (i % SLICE === 0) await deps.yieldTurn()
    run.add(session)
  }
  return run.report()
}

/** Plays the project's last sessions with the draft and without it. Saves nothing. @param replaces the rule whose place it would take. */
export async function previewRule(
  projectId: string,
  draft: RuleDraft,
  replaces: string | undefined,
  deps: PreviewDeps,
): Promise<Result<RulePreview, Fault>> {
  const checked = checkExpression(draft.expression, deps.fields)
  if (!checked.ok) return checked
  const replaced = replaces === undefined ? undefined : await findRule(projectId, replaces, deps.rules)
  if (replaced && !replaced.ok) return replaced
  const [settings, stored] = [await deps.settings.of(projectId), await deps.rules.list(projectId)]
  const id = replaces ?? DRAFT
  const rule: StoredRule = { ...draft, id, projectId, observeOnly: false, createdAt: 0, updatedAt: 0, version: 0 }
  const changed = replaced ? stored.map((one) => (one.id === id ? rule : one)) : [...stored, rule]
  const before = policyOf(settings, stored, deps.fields)
  await deps.yieldTurn()
  const after = policyOf(settings, inOrder(changed), deps.fields)
  const drafted = ruleOf(rule, 0, deps.fields)
  const drafts = drafted ? [{ rule: drafted, reads: checked.value.reads }] : []
  const report = await play(await deps.past(projectId, settings.threshold), before, after, drafts, deps)
  return ok({ ...report, matches: report.matches.get(id) ?? 0, holdsWhereUnknown: checked.value.holdsWhereUnknown })
}
