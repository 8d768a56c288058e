import type { Observation, ObservationId } from '../../shared/observation.js'
import { ok, type Result } from '../../shared/result.js'
import type { Scorecard } from '../../shared/scorecard/scorecard.js'
import type { EpochSeconds } from '../../shared/units.js'
import type { Assurance, AttestResponse } from '../../shared/wire/verdict.js'
import type { EvidenceFacts, HttpFacts } from '../facts/fact.js'
import type { DeviceHistory, Devices, Project, SessionHistory, Sessions, Settings } from '../stores/ports.js'
import { appraise } from './appraise.js'
import { isSecureOrigin } from './checks/origin.js'
import { answerOf, effortOf, hasPaid } from './effort.js'
import { testActionOf } from './find-project.js'
import { identityObservations } from './identity/identity-observations.js'
import type { Identity } from './identity/verified.js'
import { weighable } from './identity/weighable.js'
import { visitOf } from './kinds/visit.js'
import { decide } from './policy.js'
import type { ObserveFacts } from './ports.js'
import type { Rejection } from './rejection.js'
import { contextOf } from './sessions/verdict/rule-context.js'
import { isSilent, silenceOf } from './silence.js'
import { findRepeats, type SketchDeps } from './sketches/find-repeats.js'
import { issueVerdict, type VerdictDeps } from './verdict.js'
import { type VerifiedEvidence, type VerifyDeps, verifyEvidence } from './verify-evidence.js'

export interface AttestDeps extends VerifyDeps, VerdictDeps, SketchDeps {
  readonly sessions: Sessions
  readonly devices: Devices
  readonly settings: Pick<Settings, 'of'>
  readonly observeFacts: ObserveFacts
  /** The server card. */
  readonly card: Scorecard
}

/**
 * The whole path of `POST /v1/attest`: integrity checks ▸ observations ▸ facts ▸ score ▸ policy ▸ rules ▸ verdict. Integrity faults reject;
 * suspicion only weighs. The two never mix.
 * @param body as it came.
 * @param http what else the request said, with what is known of where it came from.
 * @param whois tells who sent it, as far as that is proved. Who is verified passes where the project lets such pass: then nothing is weighed (BOT-52).
 */
export async function attest(
  body: Uint8Array,
  http: HttpFacts,
  deps: AttestDeps,
  now: EpochSeconds,
  whois: (project: Project) => Promise<Identity>,
): Promise<Result<AttestResponse, Rejection>> {
  const verified = await verifyEvidence(body, http.headers.get('origin'), deps, now)
  if (!verified.ok) return verified
  const evidence = verified.value
  const facts = await deps.observeFacts({ http, evidence: await meet(evidence, deps, now) })
  const { project, challenge, claims, thumbprint, tally } = evidence
  const identity = await whois(project)
  const visit = visitOf(claims.action, tally)
  const observations = new Map<ObservationId, Observation>([
    ...evidence.observations,
    ...facts,
    ...visit,
    ...identityObservations(identity),
  ])
  const paid = hasPaid(evidence.credit * effortOf(challenge.round))
  const finding = {
    project,
    session: challenge.sub,
    nonce: challenge.jti,
    thumbprint,
    origin: claims.origin,
    pageAction: claims.action,
    assurance: assuranceOf(evidence),
    round: challenge.round,
    hasPaid: paid,
    identity,
    context: contextOf(http),
    ...appraise(await weighable(observations, identity, project.id, deps.settings), deps.card, decide, paid ? 'pairs' : 'single'),
    observations,
  }
  return ok(await issueVerdict(finding, deps, now))
}

/** Evidence that says nothing of the visitor, whoever signed it, stands on no more than a page without JavaScript. */
function assuranceOf({ observations, thumbprint }: VerifiedEvidence): Assurance {
  if (isSilent(observations)) return 'noscript'
  return thumbprint === undefined ? 'unsigned' : 'signed'
}

/** Counts this evidence for its session. Of a test key's sessions nothing is kept: each evidence is the first. */
async function meetSession(evidence: VerifiedEvidence, { sessions }: AttestDeps, now: EpochSeconds): Promise<SessionHistory> {
  const { project, challenge, thumbprint, credit } = evidence
  const answer = answerOf(challenge.round, credit)
  if (testActionOf(project.siteKey) !== undefined) return { recent: 1, answered: answer }
  return sessions.advance(project.id, challenge.sub, { thumbprint, answer }, now)
}

/** A key that has done no work is recalled, but not remembered: its age starts with its first work. */
async function meetDevice(
  evidence: VerifiedEvidence,
  effort: number,
  deps: AttestDeps,
  now: EpochSeconds,
): Promise<DeviceHistory | undefined> {
  const { project, thumbprint } = evidence
  if (thumbprint === undefined) return undefined
  if (testActionOf(project.siteKey) !== undefined) return { firstSeen: now }
  if (hasPaid(effort)) return deps.devices.meet(thumbprint, now)
  return (await deps.devices.recall(thumbprint, now)) ?? { firstSeen: now }
}

/** Of a test key's visits nothing is kept, and nothing is repeated. */
async function meetOthers(evidence: VerifiedEvidence, effort: number, deps: AttestDeps, now: EpochSeconds): Promise<number | undefined> {
  const { project, challenge, thumbprint, observations } = evidence
  if (testActionOf(project.siteKey) !== undefined) return undefined
  return findRepeats(observations, { projectId: project.id, session: challenge.sub, thumbprint }, deps, hasPaid(effort), now)
}

/** Counts this evidence for its session and its device, and sums up what the facts may look at. */
async function meet(evidence: VerifiedEvidence, deps: AttestDeps, now: EpochSeconds): Promise<EvidenceFacts> {
  const { challenge, claims, thumbprint, credit } = evidence
  const effort = credit * effortOf(challenge.round)
  const { count, difficulty } = challenge.pow
  return {
    signed: thumbprint !== undefined,
    secureOrigin: isSecureOrigin(claims.origin),
    effort,
    work: credit * count * difficulty,
    challengeAge: Math.max(0, now - challenge.iat),
    round: challenge.round,
    silence: silenceOf(evidence.observations),
    session: await meetSession(evidence, deps, now),
    repeats: await meetOthers(evidence, effort, deps, now),
    device: await meetDevice(evidence, effort, deps, now),
  }
}
