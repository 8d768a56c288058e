import type { EpochSeconds } from '../../../../shared/units.js'
import type { Action } from '../../../../shared/wire/verdict.js'
import type { ProjectSettings, Settings } from '../../../stores/ports.js'
import type { RuleBrakes } from '../../rules/brake/rule-brakes.js'
import type { FieldRegistry, ReadField } from '../../rules/fields/field.js'
import { readFields } from '../../rules/fields/read-fields.js'
import type { Policy } from '../../rules/resolution/policy.js'
import { NOT_AVAILABLE, type Resolution, resolve } from '../../rules/resolution/resolve.js'
import { type FindSessionDeps, findSession } from '../find-session.js'
import { documentedValues, type RuleContext } from './rule-context.js'
import type { ProjectRules, RuleSets } from './rule-sets.js'
import type { SessionBand } from './session-score.js'
import type { VerdictCache } from './verdict-cache.js'

/** BOT-31. */
export interface SessionVerdict {
  readonly verdict: SessionBand
  readonly score: number
  readonly action: Action | 'log' | 'delay'
  readonly detection_ids: readonly number[]
  readonly reason: string
}

/** BOT-36, word for word. */
export const NOT_COMPUTED: SessionVerdict = {
  verdict: 'not_computed',
  score: 0,
  action: 'allow',
  detection_ids: [],
  reason: NOT_AVAILABLE,
}

export interface ReadVerdictDeps extends FindSessionDeps {
  readonly settings: Pick<Settings, 'of'>
  readonly fields: FieldRegistry
  readonly ruleSets: RuleSets
  readonly cache: VerdictCache<SessionVerdict>
  /** New rules that block are watched by what they decide. */
  readonly brakes: Pick<RuleBrakes, 'count'>
}

/** Rules that end nothing are named where nothing else decided: for backends that slow down or write down. */
function actionOf({ action, by, delay, logged, reason }: Resolution, rules: Policy['rules']): Pick<SessionVerdict, 'action' | 'reason'> {
  if (by !== 'default') return { action, reason }
  const log = logged.find(({ id }) => rules.inOrder.some((rule) => rule.id === id && rule.observeOnly !== true))
  const noted = delay ?? log
  return noted ? { action: delay ? 'delay' : 'log', reason: `Rule "${noted.name}" matched.` } : { action, reason }
}

function verdictOf(read: ReadField, policy: Policy): SessionVerdict {
  const resolution = resolve(read, policy)
  if (resolution.by === 'not-computed') return NOT_COMPUTED
  const { action, reason } = actionOf(resolution, policy.rules)
  const verdict = read('band') as SessionBand
  const isClean = verdict === 'likely_human' && (action === 'allow' || action === 'log')
  const ids = read('detection_ids') as readonly number[]
  return { verdict, score: read('score') as number, action, detection_ids: isClean ? [] : ids, reason }
}

async function decideAnew(
  [projectId, session]: readonly [string, string],
  context: RuleContext,
  settings: ProjectSettings,
  rules: ProjectRules,
  deps: ReadVerdictDeps,
): Promise<SessionVerdict> {
  const found = await findSession(projectId, session, deps)
  if (!found) return NOT_COMPUTED
  const read = readFields(deps.fields, documentedValues(found, context, settings.threshold), found.observations)
  const policy: Policy = { rules: rules.set, toggles: settings }
  const verdict = verdictOf(read, policy)
  if (verdict.verdict !== 'not_computed') deps.brakes.count(projectId, rules, read, policy)
  return verdict
}

/**
 * What to do about a session: cached for a minute, by project, session, context and the state of settings and rules. What is not computed is
 * not cached, so that a score is told as soon as there is one.
 */
export async function readVerdict(
  projectId: string,
  session: string,
  context: RuleContext,
  deps: ReadVerdictDeps,
  now: EpochSeconds,
): Promise<SessionVerdict> {
  const settings = await deps.settings.of(projectId)
  const name = JSON.stringify([context.path, context.ip, context.country, context.ua])
  const known = deps.cache.get(projectId, session, name, settings.rev, now)
  if (known) return known
  const rules = await deps.ruleSets(projectId, settings.rev)
  const verdict = await decideAnew([projectId, session], context, settings, rules, deps)
  if (verdict.verdict !== 'not_computed') deps.cache.put(projectId, session, name, settings.rev, verdict, now)
  return verdict
}
