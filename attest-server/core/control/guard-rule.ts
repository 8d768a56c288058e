import { ok, type Result } from '../../../shared/result.js'
import type { Share } from '../../../shared/units.js'
import type { Fault } from '../fault.js'
import type { PastSession } from '../rules/resolution/preview.js'
import type { RuleDraft } from './edit-rules.js'
import { type PreviewDeps, previewRule, type RulePreview } from './preview-rule.js'

/** Sessions that are looked at: enough to see a tenth, and a fifth of what a preview costs, for nobody asked for one. */
const LOOKED_AT = 100
/** So many verdicts that no work was done for, and hardly one besides: somebody hides who the rule is for. */
const CROWD = 4 * LOOKED_AT
/** So few say nothing, as with the brake. */
const LEAST_BLOCKED = 10
/** Of the past, each visitor once, and those alone that did work for a verdict: what no attack is behind, and no rule should do by surprise. */
const LARGE: Share = 0.1

const CROWDED =
  'Hardly one of the last verdicts cost its visitor any work, so that nothing can be said of whom it would block. Nothing is saved until that is confirmed.'

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
  let unpaid = 0
  async function visitors(id: string, threshold: number): Promise<readonly PastSession[]> {
    const past = await deps.past(id, threshold)
    const paid = past.filter(({ hasPaid }) => hasPaid)
    unpaid = past.length - paid.length
    return [...new Map(paid.map((one) => [one.session, one])).values()].slice(0, LOOKED_AT)
  }
  const played = await previewRule(projectId, draft, replaces, { ...deps, past: visitors })
  if (!played.ok) return played
  const { sessions, flips } = played.value
  const blocked = flips.filter(({ to }) => to === 'block').reduce((sum, flip) => sum + flip.sessions, 0)
  if (unpaid >= CROWD && sessions < LEAST_BLOCKED) return ok({ blocked, preview: played.value, why: CROWDED })
  if (blocked < LEAST_BLOCKED || blocked < LARGE * sessions) return ok(undefined)
  const why = `It would block ${blocked} of the last ${sessions} attested sessions that are not blocked today. Nothing is saved until that is confirmed.`
  return ok({ blocked, preview: played.value, why })
}
