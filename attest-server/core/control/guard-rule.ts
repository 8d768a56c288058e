import { ok, type Result } from '../../../shared/result.js'
import type { Share } from '../../../shared/units.js'
import type { Fault } from '../fault.js'
import type { RuleDraft } from './edit-rules.js'
import { type PreviewDeps, previewRule, type RulePreview } from './preview-rule.js'

/** Sessions that are looked at: enough to see a tenth, and a fifth of what a preview costs, for nobody asked for one. */
const LOOKED_AT = 100
/** So few say nothing, as with the brake. */
const LEAST_BLOCKED = 10
/** Of the past: what no attack is behind, and no rule should do by surprise. */
const LARGE: Share = 0.1

/** A rule that would block a large share of those who came last, and what a preview says of it. */
export interface Alarm {
  /** Sessions that passed or were asked, and would be blocked. */
  readonly blocked: number
  readonly preview: RulePreview
  /** For people. */
  readonly why: string
}

/**
 * The brake before the rule is there: a slip such as `path != "/a"`, which matches where the path is unknown, turns everybody away until enough are counted.
 * @param replaces the rule whose place it takes.
 * @returns undefined where nobody has to be asked: also of rules that do not block.
 */
export async function alarmOf(
  projectId: string,
  draft: RuleDraft,
  replaces: string | undefined,
  deps: PreviewDeps,
): Promise<Result<Alarm | undefined, Fault>> {
  if (draft.action !== 'block' || !draft.isActive) return ok(undefined)
  const played = await previewRule(projectId, draft, replaces, deps, LOOKED_AT)
  if (!played.ok) return played
  const { sessions, flips } = played.value
  const blocked = flips.filter(({ to }) => to === 'block').reduce((sum, flip) => sum + flip.sessions, 0)
  if (blocked < LEAST_BLOCKED || blocked < LARGE * sessions) return ok(undefined)
  const why = `It would block ${blocked} of the last ${sessions} attested sessions that are not blocked today. Nothing is saved until that is confirmed.`
  return ok({ blocked, preview: played.value, why })
}
