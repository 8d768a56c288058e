import type { Observation, Observations } from '../../shared/observation.js'
import { overlapOf } from '../../shared/scorecard/overlap-of.js'
import type { EpochSeconds, Probability, Seconds } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'
import type { Action, Assurance, AttestResponse, VerdictClaims } from '../../shared/wire/verdict.js'
import type { Exceptions, KeptMovement, LoggedObservation, Project, VerdictRecord, Verdicts } from '../stores/ports.js'
import type { Appraisal } from './appraise.js'
import type { Told } from './deferral/apply-deferral.js'
import { applyException } from './exceptions/apply-exception.js'
import { testActionOf } from './find-project.js'
import type { Identity } from './identity/verified.js'
import { verifiedClaim } from './identity/verified-claim.js'
import { makeId, makeReference, type Random } from './ids.js'
import type { Submission } from './observer.js'
import { bandOf, coarseScore } from './policy.js'
import type { VerdictSigner } from './ports.js'
import type { SlicesToKeep } from './reveal/kept-slices.js'
import { applyRules, type RulingDeps } from './rules/resolution/apply-rules.js'
import type { RuleContext } from './sessions/verdict/rule-context.js'

export interface VerdictDeps {
  readonly verdicts: Pick<Verdicts, 'record'>
  readonly ruling: RulingDeps
  readonly exceptions: Pick<Exceptions, 'find'>
  readonly signer: VerdictSigner
  readonly random: Random
  readonly issuer: string
  /** How long a verdict is good for. */
  readonly life: Seconds
  /** How long its explanation is kept, where work was done for it. */
  readonly retention: Seconds
  /** How long it is kept at most where none was: time enough to ask what happened yesterday. */
  readonly unpaidRetention: Seconds
}

/** Everything that a verdict is made of. */
export interface Finding extends Appraisal {
  readonly project: Project
  readonly session: string
  /** The `jti` of the challenge or form that was redeemed. */
  readonly nonce: string
  readonly thumbprint: string | undefined
  readonly origin: string
  readonly pageAction: string
  /** What the page binds the verdict to; left out where to nothing. */
  readonly payload?: string | undefined
  readonly assurance: Assurance
  readonly round: Round
  /** Whether work was done for it, see `effort.ts`. */
  readonly hasPaid: boolean
  /** What rules are told of the request that is answered. */
  readonly context: RuleContext
  /** Left out where nobody asked. */
  readonly identity?: Identity
  /** Left out where none was shown, or the project keeps none. */
  readonly movement?: SlicesToKeep | undefined
}

/** What the browser is told, and whether that is what was decided. */
export interface Issued {
  readonly answer: AttestResponse
  readonly isDeferred: boolean
}

/** What a test key's verdict says, whatever was seen. */
const testPosterior: Readonly<Record<Action, Probability>> = { allow: 0.05, challenge: 0.7, block: 0.99 }

/** Six digits tell all there is to tell; what more a client sends would only fill the disk. */
const rounded = (observation: Observation): Observation =>
  observation.state === 'ok' && typeof observation.value === 'number'
    ? { ...observation, value: Number(observation.value.toPrecision(6)) }
    : observation

const logged = (observations: Observations): LoggedObservation[] =>
  Array.from(observations, ([id, observation]) => ({ id, ...rounded(observation) }))

function recordOf(finding: Finding, jti: string, reference: string, posterior: Probability, issuedAt: EpochSeconds): VerdictRecord {
  const { project, session, action, assurance, origin, pageAction, round, report, kind, counterfactuals, observations } = finding
  const { country } = finding.context
  const overlap = overlapOf(report)
  const verified = verifiedClaim(finding.identity)
  return {
    jti,
    reference,
    projectId: project.id,
    session,
    issuedAt,
    action,
    posterior,
    band: bandOf(posterior),
    assurance,
    origin,
    pageAction,
    round,
    ...(finding.hasPaid ? { paid: true as const } : {}),
    card: report.card,
    llr: report.llr,
    families: Object.fromEntries(report.families),
    ...(overlap === 0 ? {} : { overlap }),
    ...(report.givenBack === 0 ? {} : { givenBack: report.givenBack }),
    hard: report.hard,
    contributions: report.contributions,
    ...(kind === undefined ? {} : { kind }),
    ...(verified === undefined ? {} : { verified }),
    ...(finding.identity?.state === 'impostor' ? { claimed: finding.identity.claimed } : {}),
    counterfactuals,
    observations: logged(observations),
    ...(country === undefined ? {} : { country }),
  }
}

function claimsOf({ record, band }: Told, { project, nonce, thumbprint, payload }: Finding, deps: VerdictDeps): VerdictClaims {
  return {
    iss: deps.issuer,
    aud: project.siteKey,
    sub: record.session,
    jti: record.jti,
    reference: record.reference,
    iat: record.issuedAt,
    exp: record.issuedAt + deps.life,
    eat_nonce: nonce,
    ...(thumbprint === undefined ? {} : { cnf: { jkt: thumbprint } }),
    action: record.action,
    score: coarseScore(band),
    band,
    origin: record.origin,
    page_action: record.pageAction,
    assurance: record.assurance,
    card: record.card,
    ...(record.verified === undefined ? {} : { verified: record.verified }),
    ...(testActionOf(project.siteKey) === undefined ? {} : { test: true as const }),
    ...(payload === undefined ? {} : { payload }),
  }
}

const movementOf = ({ movement }: Finding, issuedAt: EpochSeconds): KeptMovement | undefined =>
  movement && { text: movement.text, until: issuedAt + movement.life }

/** What becomes of a decision before it is told: see `deferral/`. */
export type Defer = (record: VerdictRecord) => Promise<Told>

const asItIs = (record: VerdictRecord): Told => ({ record, band: record.band })
const atOnce: Defer = async (record) => asItIs(record)

/** A test key's verdict is fixed, and has no owner whose rules could say otherwise. */
async function settle(
  record: VerdictRecord,
  { hasPaid, context, thumbprint }: Finding,
  deps: VerdictDeps,
  defer: Defer,
  now: EpochSeconds,
) {
  const ruled = await applyRules(record, context, hasPaid, deps.ruling)
  return defer(await applyException(ruled, thumbprint, deps.exceptions, now))
}

/**
 * The end of all paths to a verdict: what the evidence says ▸ rules and toggles ▸ exceptions ▸ deferral ▸ the explanation is written down ▸ signed. Reasons
 * stay out of what the browser can read, the names of rules among them.
 * @param seen is told how far it came.
 * @param defer left out where nothing is deferred
 */
export async function issueVerdict(
  finding: Finding,
  deps: VerdictDeps,
  now: EpochSeconds,
  seen: Pick<Submission, 'lap'>,
  defer: Defer = atOnce,
): Promise<Issued> {
  const fixed = testActionOf(finding.project.siteKey)
  const decided = fixed === undefined ? finding : { ...finding, action: fixed }
  const posterior = fixed === undefined ? finding.report.posterior : testPosterior[fixed]
  const appraised = recordOf(decided, makeId(deps.random), makeReference(deps.random), posterior, Math.floor(now))
  const told = fixed === undefined ? await settle(appraised, finding, deps, defer, now) : asItIs(appraised)
  seen.lap('rules')
  const { record } = told
  const claims = claimsOf(told, decided, deps)
  // A test key has no owner who could ask for an explanation.
  const kept = finding.hasPaid ? deps.retention : Math.min(deps.unpaidRetention, deps.retention)
  if (fixed === undefined) await deps.verdicts.record(record, record.issuedAt + kept, movementOf(finding, record.issuedAt))
  const { action, score, band, assurance, sub: session } = claims
  seen.lap('record')
  const token = await deps.signer.sign(claims)
  seen.lap('sign')
  const answer = { token, action, score, band, assurance, session, expiresIn: deps.life, reference: record.reference }
  return { answer, isDeferred: record.deferred === true }
}
