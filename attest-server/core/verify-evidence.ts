import { err, ok, type Result } from '../../shared/result.js'
import type { EpochSeconds, Share } from '../../shared/units.js'
import type { ChallengeClaims, Round } from '../../shared/wire/challenge.js'
import { STILL_CARD } from '../../shared/wire/evidence.js'
import type { RevealedSlices } from '../../shared/wire/reveal.js'
import type { Project, Projects, ReplayGuard } from '../stores/ports.js'
import { checkAttestRequest, type ParsedEvidence, parseEvidence, type ReadRequest } from './checks/attest-request.js'
import { checkBinding } from './checks/binding.js'
import { checkCard } from './checks/card.js'
import { checkChallengeMac } from './checks/challenge-mac.js'
import { shippedClientCards } from './checks/client-cards.js'
import { checkClientScore } from './checks/client-score.js'
import { checkFeatures } from './checks/features.js'
import { checkFresh } from './checks/fresh.js'
import { checkIdentities } from './checks/identities.js'
import { checkObservations } from './checks/observations.js'
import { checkOrigin } from './checks/origin.js'
import { checkWork } from './checks/proof.js'
import { checkSignature } from './checks/signature.js'
import { checkTally } from './checks/tally.js'
import { checkTrace } from './checks/trace.js'
import type { Dialects } from './dialects/create-dialects.js'
import { findProject } from './find-project.js'
import type { Submission } from './observer.js'
import type { EvidenceSignature } from './ports.js'
import type { Rejection } from './rejection.js'
import type { Awaited, Examined } from './reveal/awaited.js'
import { checkReveal, type RevealClaims, type RevealTokenDeps } from './reveal/reveal-token.js'

export interface VerifyDeps extends RevealTokenDeps {
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly replays: ReplayGuard
  readonly dialects: Dialects
  readonly isSigned: EvidenceSignature
  readonly awaited: Awaited
}

/** Evidence whose integrity is beyond doubt. What it says may still be a lie: that is for the scorecard. */
export interface VerifiedEvidence extends Examined {
  readonly project: Project
  readonly challenge: ChallengeClaims
  /** The challenge, to the letter. */
  readonly sealed: string
  /** The evidence, to the letter. */
  readonly text: string
  /** What it shows of its trace; undefined where it was not asked yet. Nothing in it was looked at. */
  readonly shown: ShownTrace | undefined
}

/** What was asked for, and what came. */
export interface ShownTrace extends RevealedSlices {
  /** Indices of as many slices, ascending. */
  readonly asked: readonly number[]
}

/**
 * parse ▸ challenge MAC ▸ what was asked for ▸ fresh ▸ project and origin ▸ proof ▸ signature ▸ binding ▸ claimOnce ▸ consistency.
 * Cheap checks come first. The claim comes once the signature is good, and before any verdict can exist. What was examined when slices were
 * asked for is known, and costs nothing when they come: those checks alone that look at nothing but evidence and challenge.
 * @param body whoever reads it off the wire holds it to `MAX_ATTEST_BYTES`.
 * @param origin the request's `Origin` header.
 * @param seen is told how far it came.
 */
export async function verifyEvidence(
  body: Uint8Array,
  origin: string | undefined,
  deps: VerifyDeps,
  now: EpochSeconds,
  seen: Pick<Submission, 'lap' | 'of'>,
): Promise<Result<VerifiedEvidence, Rejection>> {
  const request = checkAttestRequest(body)
  if (!request.ok) {
    seen.lap('parse')
    return request
  }
  const { challenge: token, text, shown } = request.value
  const evidence = recallOrParse(request.value, deps, now)
  seen.lap('parse')
  if (!evidence.ok) return evidence
  const sealed = await checkChallengeMac(token, deps.sealer)
  if (!sealed.ok) return sealed
  const challenge = sealed.value
  const asked = await checkReveal(request.value, challenge, deps, now)
  if (!asked.ok) return asked
  // Whoever was asked while the challenge was good may answer: how long for, the question says.
  const fresh = asked.value ? asked : checkFresh(challenge, now)
  if (!fresh.ok) return fresh
  const project = await findProject(challenge.aud, deps.projects)
  if (!project.ok) return project
  seen.of(project.value.id)
  const allowed = checkOrigin(project.value.origins, origin)
  if (!allowed.ok) return allowed
  const credit = checkMade(evidence.value, challenge, deps.isSigned)
  if (!credit.ok) return credit
  const bound = checkBinding(evidence.value.claims, challenge, allowed.value, now)
  if (!bound.ok) return bound
  seen.lap('checks')
  const claimed = await claimOnce(challenge, asked.value, deps.replays)
  seen.lap('claim')
  if (!claimed.ok) return claimed
  const examined = examine(evidence.value, credit.value, challenge.round)
  seen.lap('summary')
  if (!examined.ok) return examined
  return ok({
    ...examined.value,
    project: project.value,
    challenge,
    sealed: token,
    text,
    shown: asked.value && { asked: asked.value.slices, slices: shown?.slices ?? [], path: shown?.path ?? '' },
  })
}

/** Evidence as it was examined when slices of its trace were asked for, or else as it was read just now. */
type KnownOrParsed = Examined | ParsedEvidence

/** What it tells apart, the compiler infers, and no longer would if the other had observations, too. */
const isExamined = (evidence: KnownOrParsed) => 'observations' in evidence

function recallOrParse(request: ReadRequest, deps: VerifyDeps, now: EpochSeconds): Result<KnownOrParsed, Rejection> {
  const known = recall(request, deps, now)
  return known ? ok(known) : parseEvidence(request, (said) => deps.dialects.read(said, now))
}

/** What passed once, of these very texts, passes again, unless its build has been retired meanwhile: then it is refused like any other. */
function recall(
  { challenge, text, unsigned, shown }: ReadRequest,
  { awaited, dialects }: VerifyDeps,
  now: EpochSeconds,
): Examined | undefined {
  const known = shown && !unsigned ? awaited.take({ sealed: challenge, text }) : undefined
  return known && !dialects.isRetired(known.claims.build, now) ? known : undefined
}

/** The work was done for this challenge and key, and the key signed what it was done for. */
function checkMade(evidence: KnownOrParsed, challenge: ChallengeClaims, isSigned: EvidenceSignature): Result<Share, Rejection> {
  if (isExamined(evidence)) return ok(evidence.credit)
  const { claims, jws } = evidence
  const credit = checkWork(claims.pow, challenge, jws?.thumbprint ?? '')
  if (!credit.ok) return credit
  const signed = jws ? checkSignature(jws, isSigned) : ok(undefined)
  return signed.ok ? credit : signed
}

/** A challenge is good for one evidence, and what is asked of that for one answer. */
async function claimOnce(
  { jti, iat, exp }: ChallengeClaims,
  asked: RevealClaims | undefined,
  replays: ReplayGuard,
): Promise<Result<undefined, Rejection>> {
  const isFirst = await (asked ? replays.claimOnce(`reveal ${jti}`, iat, asked.exp) : replays.claimOnce(jti, iat, exp))
  return isFirst ? ok(undefined) : err({ reason: asked ? 'reveal-used' : 'challenge-used' })
}

/** What every honest summary obeys: it is whole, possible, and adds up. */
function examine(evidence: KnownOrParsed, credit: Share, round: Round): Result<Examined, Rejection> {
  if (isExamined(evidence)) return ok(evidence)
  const { claims, jws } = evidence
  const shipped = checkCard(claims, shippedClientCards)
  if (!shipped.ok) return shipped
  const { card, tells } = shipped.value
  // Whoever asks for more has a screen before them, and senses.js behind it.
  if (card.version === STILL_CARD && round > 0) return err({ reason: 'still-challenged' })
  const observations = checkObservations(claims, tells)
  if (!observations.ok) return observations
  const tally = checkTally(claims.tally)
  if (!tally.ok) return tally
  const features = checkFeatures(observations.value, tally.value)
  if (!features.ok) return features
  const whole = checkIdentities(observations.value, tally.value)
  if (!whole.ok) return whole
  const trace = checkTrace(claims, observations.value, tally.value, jws !== undefined)
  if (!trace.ok) return trace
  const scored = checkClientScore(observations.value, claims, card)
  if (!scored.ok) return scored
  const { thumbprint } = jws ?? {}
  return ok({ claims, thumbprint, credit, observations: observations.value, tally: tally.value, commitment: trace.value })
}
