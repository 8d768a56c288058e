import type { EpochSeconds } from '../../../../shared/units.js'
import type { Action } from '../../../../shared/wire/verdict.js'
import type { Exceptions, ProjectSettings } from '../../../stores/ports.js'
import { subjectOf } from '../../exceptions/subject-of.js'
import type { ReadField } from '../../rules/fields/field.js'
import type { RulingDeps } from '../../rules/resolution/apply-rules.js'
import type { Policy } from '../../rules/resolution/policy.js'
import { NOT_AVAILABLE, type Resolution, resolve } from '../../rules/resolution/resolve.js'
import type { FindSessionDeps, FoundSession } from '../find-session.js'
import { ownActionOf } from '../judgement-of-record.js'
import { type RuleContext, readSession } from './rule-context.js'
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

/** A session, and when that was so. */
export interface KnownSession {
  readonly found: FoundSession
  readonly at: EpochSeconds
}

export interface ReadVerdictDeps extends Omit<RulingDeps, keyof FindSessionDeps> {
  /** May be as old as a cached verdict, and never older than what this process has changed. Undefined: nobody knows it. */
  readonly find: (projectId: string, session: string) => Promise<KnownSession | undefined>
  readonly exceptions: Pick<Exceptions, 'find'>
  readonly cache: VerdictCache<SessionVerdict>
}

/** Rules that end nothing are named where nothing else decided: for backends that slow down or write down. */
function actionOf({ action, by, delay, logged, reason }: Resolution, rules: Policy['rules']): Pick<SessionVerdict, 'action' | 'reason'> {
  if (by !== 'default') return { action, reason }
  const log = logged.find(({ id, action }) => action === 'log' && rules.inOrder.some((rule) => rule.id === id && rule.observeOnly !== true))
  const noted = delay ?? log
  return noted ? { action: delay ? 'delay' : 'log', reason: `Rule "${noted.name}" matched.` } : { action, reason }
}

/** What is told of a resolution. @param read the session that was resolved. */
function verdictOf(read: ReadField, { action, reason }: Pick<SessionVerdict, 'action' | 'reason'>): SessionVerdict {
  const verdict = read('band') as SessionBand
  const isClean = verdict === 'likely_human' && (action === 'allow' || action === 'log')
  const ids = read('detection_ids') as readonly number[]
  return { verdict, score: read('score') as number, action, detection_ids: isClean ? [] : ids, reason }
}

/** Where the evidence decides, and its browser is told otherwise for a while. */
const DEFERRED = 'What was seen speaks for a bot; its browser has not been told.'

const EXCEPTED = { action: 'allow', reason: 'Let through by an exception.' } as const

/** Whether the owner lets the visitor through: by its session, and by what its latest verdict was bound to. */
async function isExcepted(
  projectId: string,
  session: string,
  { record }: FoundSession,
  { exceptions }: ReadVerdictDeps,
  now: EpochSeconds,
) {
  const subjects = [subjectOf({ session, thumbprint: undefined }), ...(record?.subject === undefined ? [] : [record.subject])]
  return (await exceptions.find(projectId, [...new Set(subjects)], now)) !== undefined
}

/**
 * Whom a brake counts, once: of what costs nothing there may be any number, and whoever makes it could take a rule back. A session that only posted costs
 * nothing, and may be all that there is: it counts by its address, where the backend says one. Undefined: nobody.
 */
function visitorOf(session: string, { record }: FoundSession, { ip }: RuleContext): string | undefined {
  if (record) return record.paid ? session : undefined
  return ip ?? session
}

async function decideAnew(
  [projectId, session]: readonly [string, string],
  found: FoundSession,
  context: RuleContext,
  settings: ProjectSettings,
  deps: ReadVerdictDeps,
  now: EpochSeconds,
): Promise<SessionVerdict> {
  const rules = await deps.ruleSets(projectId, settings.rev)
  const read = readSession(found, context, settings.threshold, deps.fields)
  const policy: Policy = { rules: rules.set, toggles: settings }
  const own = found.record ? ownActionOf(found.record) : 'allow'
  const resolution = resolve(read, policy, own)
  if (resolution.by === 'not-computed') return NOT_COMPUTED
  const visitor = visitorOf(session, found, context)
  if (visitor !== undefined) deps.brakes.count({ projectId, visitor }, rules, read, policy, own)
  const passes = resolution.action !== 'allow' && (await isExcepted(projectId, session, found, deps, now))
  if (passes) return verdictOf(read, EXCEPTED)
  const told = actionOf(resolution, policy.rules)
  const isDeferred = resolution.by === 'evidence' && found.record?.deferred === true
  return verdictOf(read, isDeferred ? { ...told, reason: DEFERRED } : told)
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
  const since = deps.cache.moment()
  const known = deps.cache.get(projectId, session, name, settings.rev, now)
  if (known) return known
  const visit = await deps.find(projectId, session)
  if (!visit) return NOT_COMPUTED
  const verdict = await decideAnew([projectId, session], visit.found, context, settings, deps, now)
  // From when the session was looked up: what is told is never older than a minute.
  if (verdict.verdict !== 'not_computed') deps.cache.put(projectId, session, name, settings.rev, verdict, visit.at, since)
  return verdict
}
