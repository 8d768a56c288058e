import type { PowParameters } from '../../shared/pow.js'
import { err, ok, type Result } from '../../shared/result.js'
import type { EpochSeconds } from '../../shared/units.js'
import {
  CHALLENGE_TYPE,
  type ChallengeClaims,
  type ChallengeRequest,
  type ChallengeResponse,
  MAX_ROUND,
  type Round,
} from '../../shared/wire/challenge.js'
import type { HttpFacts } from '../facts/fact.js'
import type { Projects } from '../stores/ports.js'
import { checkShape, isInteger, optional, required } from './check-shape.js'
import { checkOrigin } from './checks/origin.js'
import { effortOf } from './effort.js'
import { findProject, testActionOf } from './find-project.js'
import { isSession, isSiteKey, makeId, makeSession, type Random } from './ids.js'
import type { Observer } from './observer.js'
import { decodeUtf8, parseJson } from './parse-json.js'
import type { TokenSealer } from './ports.js'
import type { Rejection } from './rejection.js'
import type { TrafficDeps } from './traffic/meet-key.js'
import { priceOf } from './traffic/price.js'

export interface ChallengeDeps extends TrafficDeps {
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly sealer: TokenSealer
  readonly random: Random
  /** Of round 0, where nothing is the matter. */
  readonly pow: PowParameters
  readonly observer: Pick<Observer, 'challenged'>
}

const fields = {
  siteKey: required(isSiteKey),
  session: optional(isSession),
  round: optional(isInteger(0, MAX_ROUND)),
}

const powOf = (pow: PowParameters, round: Round, price: number): PowParameters => ({
  ...pow,
  difficulty: pow.difficulty * effortOf(round) * price,
})

function parseChallengeRequest(body: Uint8Array): Result<ChallengeRequest, Rejection> {
  const text = decodeUtf8(body)
  const json = text.ok ? parseJson(text.value) : text
  return json.ok ? checkShape<ChallengeRequest>(json.value, fields, 'request') : json
}

/** Milliseconds: the age of a challenge tells how fast its proof was found. */
const precise = (now: EpochSeconds): EpochSeconds => Math.round(now * 1000) / 1000

/**
 * Issues a challenge. Nothing of it is stored: the token says it all, and only this server can make one. That there was one is counted.
 * @param http what the request said, with what is known of where it came from.
 */
export async function issueChallenge(
  body: Uint8Array,
  http: HttpFacts,
  deps: ChallengeDeps,
  now: EpochSeconds,
): Promise<Result<ChallengeResponse, Rejection>> {
  const request = parseChallengeRequest(body)
  if (!request.ok) return request
  const { siteKey, session = makeSession(deps.random), round = 0 } = request.value
  const project = await findProject(siteKey, deps.projects)
  if (!project.ok) return project
  const allowed = checkOrigin(project.value.origins, http.headers.get('origin'))
  if (!allowed.ok) return err(allowed.error)
  const isTest = testActionOf(siteKey) !== undefined
  const price = isTest ? 1 : await priceOf({ projectId: project.value.id, session, http }, round, deps, now)
  const pow = powOf(deps.pow, round, price)
  const jti = makeId(deps.random)
  const iat = precise(now)
  const claims: ChallengeClaims = {
    jti,
    iat,
    exp: iat + deps.challengeLife,
    aud: siteKey,
    sub: session,
    origin: allowed.value,
    round,
    price,
    pow,
  }
  const challenge = await deps.sealer.seal(CHALLENGE_TYPE, claims)
  deps.observer.challenged('script', project.value.id)
  const { enforce, contact } = project.value
  const answer = { challenge, nonce: jti, session, now: Math.floor(now), expiresIn: deps.challengeLife, pow, enforce }
  return ok(contact === undefined ? answer : { ...answer, contact })
}
