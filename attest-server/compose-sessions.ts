import { setImmediate } from 'node:timers/promises'
import type { EpochSeconds } from '../shared/units.js'
import { detections } from './core/detections/index.js'
import type { Random } from './core/ids.js'
import { ruleFields } from './core/rules/fields/rule-fields.js'
import { scoreWaiting } from './core/sessions/score-waiting.js'
import { sessionCard } from './core/sessions/session-card.js'
import type { SessionVerdict } from './core/sessions/verdict/read-verdict.js'
import { createRuleSets } from './core/sessions/verdict/rule-sets.js'
import { createRuleWatch } from './core/sessions/verdict/rule-watch.js'
import { VerdictCache } from './core/sessions/verdict/verdict-cache.js'
import { facts } from './facts/index.js'
import { publicFacts } from './facts/public-facts.js'
import type { ClientSources } from './network/describe-client.js'
import { detectipSurface } from './routes/detectip/index.js'
import type { HttpFactsSettings } from './routes/http/http-facts.js'
import type { Log } from './routes/http/log.js'
import type { Surface } from './routes/http/surface.js'
import { sessionsSurface } from './routes/sessions/index.js'
import { type IdentityOf, seeAddress, seeRequest } from './see-request.js'
import type { StoredRule, Stores, Verdicts } from './stores/ports.js'

export interface SessionsParts {
  readonly stores: Stores
  readonly client: ClientSources
  readonly clock: () => EpochSeconds
  readonly random: Random
  readonly log: Log
  /** Asked for each batch of events; must answer soon. */
  readonly identityOf?: IdentityOf
}

/** The data plane of sessions: what it remembers is shared by its surfaces, by attested verdicts and by the loop that scores. */
export interface SessionService {
  surfaces(http: HttpFactsSettings): readonly Surface[]
  /** One round. @returns how many events there were. */
  score(): Promise<number>
  /** The store's verdicts; a new one is told at once, whatever was said of its session before. */
  readonly verdicts: Pick<Verdicts, 'record'>
}

/** Facts of a request alone; those of evidence need evidence. */
const requestFacts = facts.filter(({ id }) => /^(?:http|net)\./.test(id))
const nobody: IdentityOf = () => Promise.resolve({ state: 'unknown' })

export function createSessionService({ stores, client, clock, random, log, identityOf = nobody }: SessionsParts): SessionService {
  const cache = new VerdictCache<SessionVerdict>()
  const bust = (projectId: string, session: string): void => cache.bust(projectId, session)
  const fields = ruleFields(publicFacts)
  const judging = { card: sessionCard, detections }
  const finding = { liveSessions: stores.liveSessions, verdicts: stores.verdicts, detections }

  /** Where somebody has just changed the rule, that stands. A store that does not answer is asked again with the next decision that trips it. */
  function onBrake(rule: StoredRule, observeOnly: boolean, why: string | undefined): void {
    log.error(observeOnly ? 'rule-braked' : 'rule-released', { rule: rule.id, ...(why !== undefined && { message: why }) })
    const next = { ...rule, observeOnly, version: rule.version + 1, updatedAt: Math.floor(clock()) }
    stores.rules.replace(next).catch(() => log.error('rule-brake-failed', { rule: rule.id }))
  }

  const verdict = {
    ...finding,
    settings: stores.settings,
    fields,
    ruleSets: createRuleSets(stores.rules, fields, (rule) => log.error('rule-unreadable', { rule })),
    cache,
    watch: createRuleWatch(onBrake),
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
          see: (request) => seeRequest(request, requestFacts, client, identityOf, clock()),
          clock,
        },
        verdict,
        loggedIn,
        session: { erase: stores.erase, onErased: bust },
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
    score: () =>
      scoreWaiting(
        {
          inbox: stores.inbox,
          liveSessions: stores.liveSessions,
          judging,
          yieldTurn: () => setImmediate(),
          onRescored: bust,
          onDropped: (why) => log.error('event-dropped', { why }),
        },
        clock(),
      ),
    verdicts: {
      async record(record, until) {
        await stores.verdicts.record(record, until)
        bust(record.projectId, record.session)
      },
    },
  }
}
