import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observations } from '../../shared/observation.js'
import { err, ok, type Result } from '../../shared/result.js'
import type { Commitment } from '../../shared/trace/commitment.js'
import type { EpochSeconds, Share } from '../../shared/units.js'
import type { ChallengeClaims, Round } from '../../shared/wire/challenge.js'
import { type EvidenceClaims, STILL_CARD } from '../../shared/wire/evidence.js'
import type { RevealedSlices } from '../../shared/wire/reveal.js'
import type { Project, Projects, ReplayGuard } from '../stores/ports.js'
import { checkAttestRequest } from './checks/attest-request.js'
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
import type { EvidenceSignature, TokenSealer } from './ports.js'
import type { Rejection } from './rejection.js'
import { checkReveal, type RevealClaims } from './reveal/reveal-token.js'

export interface VerifyDeps {
  readonly sealer: TokenSealer
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly replays: ReplayGuard
  readonly dialects: Dialects
  readonly isSigned: EvidenceSignature
}

/** Evidence whose integrity is beyond doubt. What it says may still be a lie: that is for the scorecard. */
export interface VerifiedEvidence {
  readonly project: Project
  readonly challenge: ChallengeClaims
  readonly claims: EvidenceClaims
  /** RFC 7638 thumbprint of the device key; undefined where the page could not sign. */
  readonly thumbprint: string | undefined
  readonly credit: Share
  readonly observations: Observations
  readonly tally: Tally
  /** Undefined where nothing was observed, or the page could not hash it. */
  readonly commitment: Commitment | undefined
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
 * Cheap checks come first. The claim comes once the signature is good, and before any verdict can exist.
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
  const parsed = checkAttestRequest(body, (said) => deps.dialects.read(said, now))
  seen.lap('parse')
  if (!parsed.ok) return parsed
  const { claims, jws, shown } = parsed.value
  const sealed = await checkChallengeMac(parsed.value.challenge, deps.sealer)
  if (!sealed.ok) return sealed
  const challenge = sealed.value
  const asked = await checkReveal(parsed.value, challenge, deps.sealer, now)
  if (!asked.ok) return asked
  // Whoever was asked while the challenge was good may answer: how long for, the question says.
  const fresh = asked.value ? asked : checkFresh(challenge, now)
  if (!fresh.ok) return fresh
  const project = await findProject(challenge.aud, deps.projects)
  if (!project.ok) return project
  seen.of(project.value.id)
  const allowed = checkOrigin(project.value.origins, origin)
  if (!allowed.ok) return allowed
  const credit = checkWork(claims.pow, challenge, jws?.thumbprint ?? '')
  if (!credit.ok) return credit
  const signed = jws ? checkSignature(jws, deps.isSigned) : ok(undefined)
  if (!signed.ok) return signed
  const bound = checkBinding(claims, challenge, allowed.value, now)
  if (!bound.ok) return bound
  seen.lap('checks')
  const claimed = await claimOnce(challenge, asked.value, deps.replays)
  seen.lap('claim')
  if (!claimed.ok) return claimed
  const summary = checkConsistency(claims, challenge.round, jws !== undefined)
  seen.lap('summary')
  if (!summary.ok) return summary
  return ok({
    project: project.value,
    challenge,
    claims,
    thumbprint: jws?.thumbprint,
    credit: credit.value,
    ...summary.value,
    text: parsed.value.text,
    shown: asked.value && { asked: asked.value.slices, slices: shown?.slices ?? [], path: shown?.path ?? '' },
  })
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

type Summary = Pick<VerifiedEvidence, 'observations' | 'tally' | 'commitment'>

/** What every honest summary obeys: it is whole, possible, and adds up. */
function checkConsistency(claims: EvidenceClaims, round: Round, isSigned: boolean): Result<Summary, Rejection> {
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
  const trace = checkTrace(claims, observations.value, tally.value, isSigned)
  if (!trace.ok) return trace
  const scored = checkClientScore(observations.value, claims, card)
  return scored.ok ? ok({ observations: observations.value, tally: tally.value, commitment: trace.value }) : scored
}
