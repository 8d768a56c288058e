import type { EpochSeconds } from '../../shared/units.js'
import { detections } from '../core/detections/index.js'
import type { Identity } from '../core/identity/verified.js'
import { makeUuid, type Random } from '../core/ids.js'
import type { Thresholds } from '../core/requests/decide-request.js'
import { type RequestAnswer, requestAnswer } from '../core/requests/request-answer.js'
import { requestCard } from '../core/requests/request-card.js'
import { scoreRequest } from '../core/requests/score-request.js'
import type { HttpFacts } from '../facts/fact.js'
import { knownAgent } from '../facts/http/known-agent.js'
import { userAgentProgram } from '../facts/http/user-agent-program.js'
import { requestFacts } from '../facts/request-facts.js'
import { type ClientSources, describeClient } from '../network/describe-client.js'
import { byUserAgent } from './by-user-agent.js'
import type { LookAlikes } from './look-alikes.js'

/** Who sent a request, as far as it can be proved (crawlers' networks, agents' signatures). Never throws; waits no longer than a request may. */
export type IdentityOf = (http: HttpFacts, projectId: string) => Promise<Identity>

/** Without anybody to ask. */
export const unknownIdentity: IdentityOf = () => Promise.resolve({ state: 'unknown' })

/** Scores a request and keeps it for a label to come, under the id in its answer. */
export type ScoreOne = (projectId: string, http: HttpFacts) => Promise<RequestAnswer>

export interface RequestScorerDeps {
  readonly lookAlikes: LookAlikes
  readonly client: ClientSources
  readonly identityOf: IdentityOf
  readonly thresholds: Thresholds
  readonly clock: () => EpochSeconds
  readonly random: Random
  /** Told of each score, 0 to 99; must not wait. */
  readonly onScored?: ((projectId: string, score: number) => void) | undefined
}

/** Facts that look at the user agent and at nothing else. */
const ofUserAgent: ReadonlySet<string> = new Set([knownAgent.id, userAgentProgram.id])

export function createRequestScorer({ lookAlikes, client, identityOf, thresholds, clock, random, onScored }: RequestScorerDeps): ScoreOne {
  const facts = requestFacts.map((fact) => (ofUserAgent.has(fact.id) ? byUserAgent(fact) : fact))
  return async (projectId, told) => {
    const http = describeClient(told, client)
    const found = lookAlikes.of(projectId)
    const neighbours = found instanceof Promise ? await found : found
    const identity = await identityOf(http, projectId)
    const now = clock()
    const score = scoreRequest(http, { facts, card: requestCard, detections, thresholds, neighbours }, now, { identity })
    const id = makeUuid(random)
    neighbours?.remember(id, score.tokens, now)
    onScored?.(projectId, 100 * (1 - score.invalid))
    return requestAnswer(score, http.network, id)
  }
}
