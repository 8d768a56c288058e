import type { LiveSessions, Settings, VerdictRecord } from '../../../stores/ports.js'
import type { Detection } from '../../detections/detection.js'
import { viewOf } from '../../sessions/find-session.js'
import { type RuleContext, readSession } from '../../sessions/verdict/rule-context.js'
import type { RuleSets } from '../../sessions/verdict/rule-sets.js'
import type { RuleBrakes } from '../brake/rule-brakes.js'
import type { FieldRegistry } from '../fields/field.js'
import type { Policy } from './policy.js'
import { type Resolution, resolve } from './resolve.js'

/** By what rules judge a visit: the same for verdicts that are signed and for those that are read. */
export interface RulingDeps {
  readonly settings: Pick<Settings, 'of'>
  readonly liveSessions: Pick<LiveSessions, 'get'>
  readonly fields: FieldRegistry
  readonly detections: readonly Detection[]
  readonly ruleSets: RuleSets
  /** New rules that block are watched by what they decide. */
  readonly brakes: Pick<RuleBrakes, 'count'>
}

/** What the evidence said is kept beside what came of it; what only explains an action of the evidence goes where that is not the action any more. */
function settle(record: VerdictRecord, { action, by, reason, rule, logged, delay }: Resolution): VerdictRecord {
  const noted = delay ? [...logged, delay] : logged
  const ruled = {
    ...record,
    ...(noted.length === 0 ? {} : { noted }),
    ...(by === 'rule' || by === 'toggle' ? { decided: { by, reason, ...(rule && { rule }) } } : {}),
  }
  if (action === record.action) return ruled
  const { kind, ...unkind } = ruled
  return { ...unkind, ...(action !== 'allow' && kind ? { kind } : {}), action, appraised: record.action, counterfactuals: [] }
}

/**
 * What the project's rules and toggles make of a visit that was weighed, in the order in which sessions are decided. The brake counts where work was done:
 * a flood that costs nothing must not be able to take a rule back, or to hide what it does.
 * @param record as the evidence alone decides it.
 * @param context of the request that brought the evidence: its address, country and user agent, and no path, which only a browser could say.
 */
export async function applyRules(
  record: VerdictRecord,
  context: RuleContext,
  isCounted: boolean,
  deps: RulingDeps,
): Promise<VerdictRecord> {
  const { projectId, session } = record
  const settings = await deps.settings.of(projectId)
  const rules = await deps.ruleSets(projectId, settings.rev)
  const live = rules.set.inOrder.length === 0 ? undefined : await deps.liveSessions.get(projectId, session)
  const read = readSession(viewOf(live?.state, record, deps.detections), context, settings.threshold, deps.fields)
  const policy: Policy = { rules: rules.set, toggles: settings }
  if (isCounted) deps.brakes.count({ projectId, visitor: session }, rules, read, policy, record.action)
  return settle(record, resolve(read, policy, record.action))
}
