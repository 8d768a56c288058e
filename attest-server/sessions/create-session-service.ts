import type { EpochSeconds, Seconds } from '../../shared/units.js'
import { ruleFields } from '../compose/rule-fields.js'
import { eraseSession } from '../core/control/erase-session.js'
import { detections } from '../core/detections/index.js'
import type { IdentityOfDescription } from '../core/identity/identity-of-description.js'
import type { Random } from '../core/ids.js'
import { createRuleBrakes } from '../core/rules/brake/rule-brakes.js'
import type { RulingDeps } from '../core/rules/resolution/apply-rules.js'
import { scoreWaiting } from '../core/sessions/score-waiting.js'
import { sessionCard } from '../core/sessions/session-card.js'
import type { SessionVerdict } from '../core/sessions/verdict/read-verdict.js'
import { createRuleSets } from '../core/sessions/verdict/rule-sets.js'
import { sessionScore } from '../core/sessions/verdict/session-score.js'
import { VerdictCache } from '../core/sessions/verdict/verdict-cache.js'
import { facts } from '../facts/index.js'
import type { ClientSources } from '../network/describe-client.js'
import { detectipSurface } from '../routes/detectip/index.js'
import type { HttpFactsSettings } from '../routes/http/http-facts.js'
import type { Log } from '../routes/http/log.js'
import type { Surface } from '../routes/http/surface.js'
import { sessionsSurface } from '../routes/sessions/index.js'
import type { Stores, Verdicts } from '../stores/ports.js'
import { rememberSessions } from './remember-sessions.js'
import { seeAddress, seeRequest } from './see-request.js'

export interface SessionsParts {
  readonly stores: Stores
  readonly client: ClientSources
  readonly clock: () => EpochSeconds
  readonly random: Random
  /** Resolves when what is ready has had its turn. */
  readonly yieldTurn: () => Promise<void>
  readonly log: Log
  /** Asked for each batch of events; must answer soon. */
  readonly identityOf?: IdentityOfDescription
  /** Told of each score of a session that only posted, 0 to 99; must not wait. */
  readonly onScored?: (projectId: string, score: number) => void
}

/** The data plane of sessions: what it remembers is shared by its surfaces, by attested verdicts and by the loop that scores. */
export interface SessionService {
  surfaces(http: HttpFactsSettings): readonly Surface[]
  /** One round. @returns how many events there were. */
  score(): Promise<number>
  /** What was remembered of a session is forgotten, too. */
  onErased(projectId: string, session: string): void
  /** By what rules judge, here and where a verdict is signed: one memory of rules, one count of what new ones do. */
  readonly ruling: RulingDeps
  /** The store's verdicts; a new one is told at once, whatever was said of its session before. */
  readonly verdicts: Pick<Verdicts, 'record'>
}

/** Between two looks at what new rules did. */
const BRAKE_PAUSE: Seconds = 5

/** Facts of a request alone; those of evidence need evidence. */
const requestFacts = facts.filter(({ id }) => /^(?:http|net)\./.test(id))
const nobody: IdentityOfDescription = () => Promise.resolve({ state: 'unknown' })

export function createSessionService({
  stores,
  client,
  clock,
  random,
  yieldTurn,
  log,
  identityOf = nobody,
  onScored,
}: SessionsParts): SessionService {
  const cache = new VerdictCache<SessionVerdict>()
  const judging = { card: sessionCard, detections }
  const finding = { liveSessions: stores.liveSessions, verdicts: stores.verdicts, detections }
  const remembered = rememberSessions(finding, clock)
  function bust(projectId: string, session: string): void {
    remembered.forget(projectId, session)
    cache.bust(projectId, session)
  }

  const brakes = createRuleBrakes({ rules: stores.rules, texts: stores.texts, yieldTurn })
  let braked = clock()

  /** Looks at the brakes every few seconds. A braked rule is an event: its owner looks for the reason where it is kept (`/rules`). */
  async function lookAtBrakes(now: EpochSeconds): Promise<void> {
    if (now - braked < BRAKE_PAUSE) return
    braked = now
    for (const { id, observeOnly } of await brakes.flush(now)) log.error(observeOnly ? 'rule-braked' : 'rule-released', { rule: id })
  }

  const ruling: RulingDeps = {
    ...finding,
    settings: stores.settings,
    fields: ruleFields,
    ruleSets: createRuleSets(stores.rules, ruleFields, (rule) => log.error('rule-unreadable', { rule })),
    brakes,
  }
  const verdict = {
    ...ruling,
    find: remembered.find,
    exceptions: stores.exceptions,
    cache,
    clock,
    onFailOpen: (error: unknown, request: string) =>
      log.error('verdict-failed-open', { request, error: error instanceof Error ? error.name : 'unknown' }),
  }
  const loggedIn = { liveSessions: stores.liveSessions, verdicts: stores.verdicts, judging, onRescored: bust, clock }

  return {
    surfaces: (http) => [
      sessionsSurface({
        events: {
          inbox: stores.inbox,
          random,
          projects: stores.projects,
          settings: stores.settings,
          http,
          see: (request, projectId) => seeRequest(request, requestFacts, client, (http) => identityOf(http, projectId), clock()),
          yieldTurn,
          clock,
        },
        verdict,
        loggedIn,
        session: { erase: (projectId, session) => eraseSession(stores, projectId, session), onErased: bust },
        server: {
          inbox: stores.inbox,
          random,
          seeAddress: (address, ja4) => seeAddress(address, ja4, requestFacts, client, clock()),
          clock,
        },
        detections,
      }),
      detectipSurface({ ...finding, counters: stores.counters, clock }),
    ],
    async score() {
      await lookAtBrakes(clock())
      return scoreWaiting(
        {
          inbox: stores.inbox,
          liveSessions: stores.liveSessions,
          judging,
          yieldTurn,
          onRescored(projectId, session, judgement) {
            bust(projectId, session)
            if (judgement) onScored?.(projectId, sessionScore(judgement, 0))
          },
          onDropped: (why) => log.error('event-dropped', { why }),
        },
        clock(),
      )
    },
    onErased: bust,
    ruling,
    verdicts: {
      async record(record, ...kept) {
        await stores.verdicts.record(record, ...kept)
        bust(record.projectId, record.session)
      },
    },
  }
}
