import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import { TOKEN_FIELD } from '../../../shared/wire/names.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { Project } from '../../stores/ports.js'
import { appraise } from '../appraise.js'
import { identityObservations } from '../identity/identity-observations.js'
import type { Identity } from '../identity/verified.js'
import { weighable } from '../identity/weighable.js'
import { makeSession } from '../ids.js'
import { visitOf } from '../kinds/visit.js'
import type { Submission } from '../observer.js'
import { decide } from '../policy.js'
import type { Rejection } from '../rejection.js'
import { contextOf } from '../sessions/verdict/rule-context.js'
import { type Finding, issueVerdict } from '../verdict.js'
import type { NoscriptDeps } from './deps.js'
import { findReturn, type Return } from './find-return.js'
import { FORM_DELAY, FORM_TYPE, type FormClaims } from './form-ticket.js'

/** Reads a ticket that this server made; says nothing about its age. */
export async function openForm(ticket: string, deps: NoscriptDeps): Promise<Result<FormClaims, Rejection>> {
  const claims = await deps.sealer.open(FORM_TYPE, ticket)
  return claims.ok ? ok(claims.value as FormClaims) : err({ reason: 'form-forged' })
}

/**
 * Trades a form for a verdict of the lowest assurance.
 * @param http what the request said, with what is known of where it came from.
 * @param whois tells who sent it, as far as that is proved.
 * @returns the address to go back to, with the verdict in it.
 */
export async function redeemForm(
  form: FormClaims,
  http: HttpFacts,
  deps: NoscriptDeps,
  now: EpochSeconds,
  whois: (project: Project) => Promise<Identity>,
): Promise<Result<string, Rejection>> {
  const seen = deps.observer.submitted('noscript')
  const found = await claimForm(form, deps, now)
  seen.lap('claim')
  if (!found.ok) {
    seen.rejected(found.error.reason)
    return found
  }
  seen.of(found.value.project.id)
  seen.verified()
  const identity = await whois(found.value.project)
  const finding = await findingOf(form, found.value, http, identity, deps, seen)
  const { answer } = await issueVerdict(finding, deps, now, seen)
  seen.ended(answer.action)
  const address = new URL(form.returnTo)
  address.searchParams.set(TOKEN_FIELD, answer.token)
  return ok(address.href)
}

/** @returns where it leads, for a form that is good now and was not redeemed before. */
async function claimForm(form: FormClaims, deps: NoscriptDeps, now: EpochSeconds): Promise<Result<Return, Rejection>> {
  if (now >= form.exp) return err({ reason: 'form-expired' })
  if (now < form.iat + FORM_DELAY) return err({ reason: 'form-too-early' })
  const found = await findReturn(form.aud, form.returnTo, deps)
  if (!found.ok) return found
  const isFirst = await deps.replays.claimOnce(form.jti, form.iat, form.exp)
  return isFirst ? found : err({ reason: 'form-used' })
}

/** Only what the server sees itself speaks here. It may ask for more, but nobody is blocked for lack of a script, unless rules or toggles of the project say so. */
async function findingOf(
  form: FormClaims,
  { project, origin }: Return,
  http: HttpFacts,
  identity: Identity,
  deps: NoscriptDeps,
  seen: Pick<Submission, 'lap'>,
): Promise<Finding> {
  const facts = await deps.observeFacts({ http, evidence: undefined })
  const observations = new Map([...facts, ...visitOf(form.action, undefined), ...identityObservations(identity)])
  const weighed = await weighable(observations, identity, project.id, deps.settings)
  seen.lap('facts')
  const appraisal = appraise(weighed, deps.card, (report, card) => (decide(report, card) === 'allow' ? 'allow' : 'challenge'), 'single')
  seen.lap('score')
  return {
    project,
    session: makeSession(deps.random),
    nonce: form.jti,
    thumbprint: undefined,
    origin,
    pageAction: form.action,
    assurance: 'noscript',
    round: 0,
    hasPaid: false,
    identity,
    context: contextOf(http),
    ...appraisal,
    observations,
  }
}
