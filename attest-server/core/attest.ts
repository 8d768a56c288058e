import type { Observation, ObservationId } from '../../shared/observation.js'
import { ok, type Result } from '../../shared/result.js'
import type { EpochSeconds } from '../../shared/units.js'
import type { RevealResponse } from '../../shared/wire/reveal.js'
import type { Assurance, AttestResponse } from '../../shared/wire/verdict.js'
import type { HttpFacts } from '../facts/fact.js'
import type { Devices, Project, Settings } from '../stores/ports.js'
import { appraise } from './appraise.js'
import { applyDeferral } from './deferral/apply-deferral.js'
import { hasPaid } from './effort.js'
import { testActionOf } from './find-project.js'
import { identityObservations } from './identity/identity-observations.js'
import type { Identity } from './identity/verified.js'
import { weighable } from './identity/weighable.js'
import { visitOf } from './kinds/visit.js'
import { type MeetDeps, meet } from './meet.js'
import type { Observer, Submission } from './observer.js'
import { decide } from './policy.js'
import type { Rejection } from './rejection.js'
import { askReveal, type RevealDeps } from './reveal/ask-reveal.js'
import { judgeReveal } from './reveal/judge-reveal.js'
import { slicesToKeep } from './reveal/kept-slices.js'
import { REVEAL_LIFE } from './reveal/reveal-token.js'
import { contextOf } from './sessions/verdict/rule-context.js'
import { isSilent } from './silence.js'
import { networkName } from './traffic/meet-network.js'
import { noteEnd } from './traffic/price.js'
import { issueVerdict, type VerdictDeps } from './verdict.js'
import { type VerifiedEvidence, type VerifyDeps, verifyEvidence } from './verify-evidence.js'

export interface AttestDeps extends VerifyDeps, VerdictDeps, MeetDeps, RevealDeps {
  readonly devices: Devices
  readonly settings: Pick<Settings, 'of'>
  readonly observer: Observer
}

/**
 * The whole path of `POST /v1/attest`: integrity checks ▸ slices of the trace, where they are asked for ▸ observations ▸ facts ▸ score ▸ policy ▸
 * rules ▸ deferral ▸ verdict. Integrity faults reject; suspicion only weighs. The two never mix.
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
): Promise<Result<AttestResponse | RevealResponse, Rejection>> {
  const seen = deps.observer.submitted('script')
  const verified = await verifyRevealed(body, http, deps, now, seen)
  if (!verified.ok) {
    seen.rejected(verified.error.reason)
    return verified
  }
  if ('asked' in verified.value) {
    seen.asked()
    return ok(verified.value.asked)
  }
  seen.verified()
  const answer = await appraiseEvidence(verified.value, http, deps, now, whois, seen)
  seen.ended(answer.action)
  return ok(answer)
}

/** @returns evidence that is whole and has shown what was asked of it, or what it is asked first. */
async function verifyRevealed(
  body: Uint8Array,
  http: HttpFacts,
  deps: AttestDeps,
  now: EpochSeconds,
  seen: Submission,
): Promise<Result<VerifiedEvidence | { readonly asked: RevealResponse }, Rejection>> {
  const verified = await verifyEvidence(body, http.headers.get('origin'), deps, now, seen)
  if (!verified.ok) return verified
  const evidence = verified.value
  const asked = evidence.shown ? undefined : await askReveal(evidence, http, deps, now)
  const shown = asked ? ok(undefined) : await judgeReveal(evidence, deps)
  seen.lap('reveal')
  if (!shown.ok) return shown
  if (!asked) return ok(evidence)
  if (evidence.thumbprint !== undefined) deps.awaited.remember(evidence, now + REVEAL_LIFE, now)
  return ok({ asked })
}

/** What comes of evidence that is whole, and that has shown what was asked of it. From here on it is counted and kept. */
async function appraiseEvidence(
  evidence: VerifiedEvidence,
  http: HttpFacts,
  deps: AttestDeps,
  now: EpochSeconds,
  whois: (project: Project) => Promise<Identity>,
  seen: Submission,
): Promise<AttestResponse> {
  const met = await meet(evidence, http, deps, now)
  seen.lap('history')
  const facts = await deps.observeFacts({ http, evidence: met })
  const { project, challenge, claims, thumbprint, tally } = evidence
  const identity = await whois(project)
  seen.lap('facts')
  const visit = visitOf(claims.action, tally)
  const observations = new Map<ObservationId, Observation>([
    ...evidence.observations,
    ...facts,
    ...visit,
    ...identityObservations(identity),
  ])
  const paid = hasPaid(met.effort)
  const finding = {
    project,
    session: challenge.sub,
    nonce: challenge.jti,
    thumbprint,
    origin: claims.origin,
    pageAction: claims.action,
    payload: claims.payload,
    assurance: assuranceOf(evidence),
    round: challenge.round,
    hasPaid: paid,
    identity,
    context: contextOf(http),
    ...appraise(await weighable(observations, identity, project.id, deps.settings), deps.card, decide, paid ? 'pairs' : 'single'),
    observations,
    movement: await slicesToKeep(evidence, deps),
  }
  seen.lap('score')
  const whose = { thumbprint, network: networkName(http, deps) }
  const { answer, isDeferred } = await issueVerdict(finding, deps, now, seen, (record) => applyDeferral(record, whose, deps, now))
  // The price of the next challenge would tell what the answer does not.
  if (testActionOf(project.siteKey) === undefined && !isDeferred) {
    await noteEnd({ projectId: project.id, session: challenge.sub, http }, finding, deps, now)
  }
  return answer
}

/** Evidence that says nothing of the visitor, whoever signed it, stands on no more than a page without JavaScript. */
function assuranceOf({ observations, thumbprint }: VerifiedEvidence): Assurance {
  if (isSilent(observations)) return 'noscript'
  return thumbprint === undefined ? 'unsigned' : 'signed'
}
