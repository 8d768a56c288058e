import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { DEFAULT_PAGE_ACTION } from '../../../shared/wire/names.js'
import { isPageAction, isSiteKey, makeId } from '../ids.js'
import type { Rejection } from '../rejection.js'
import type { NoscriptDeps } from './deps.js'
import { findReturn } from './find-return.js'

export const FORM_TYPE = 'vouchsafe-form+jwt'
/** What the visitor has to wait. */
export const FORM_DELAY: Seconds = 5
/** People read, are called away and come back. */
const FORM_LIFE: Seconds = 1800

/** What the form's hidden field says (HS256, made and read by this server alone). */
export interface FormClaims {
  readonly jti: string
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  /** Site key. */
  readonly aud: string
  /** Where the visitor goes back to. */
  readonly returnTo: string
  readonly action: string
}

/** The query of `GET /v1/noscript`. */
export interface FormQuery {
  readonly key: string | undefined
  readonly return: string | undefined
  readonly action: string | undefined
}

export interface Form {
  readonly ticket: string
  readonly returnOrigin: string
  readonly contact: string | undefined
}

/** Issues a form. Nothing is stored. */
export async function issueForm(query: FormQuery, deps: NoscriptDeps, now: EpochSeconds): Promise<Result<Form, Rejection>> {
  const { key, return: returnTo, action = DEFAULT_PAGE_ACTION } = query
  if (!isSiteKey(key)) return err({ reason: 'field-malformed', field: 'query.key' })
  if (returnTo === undefined || returnTo.length > 2048) return err({ reason: 'field-malformed', field: 'query.return' })
  if (!isPageAction(action)) return err({ reason: 'field-malformed', field: 'query.action' })
  const found = await findReturn(key, returnTo, deps)
  if (!found.ok) return found
  const claims: FormClaims = { jti: makeId(deps.random), iat: now, exp: now + FORM_LIFE, aud: key, returnTo, action }
  const ticket = await deps.sealer.seal(FORM_TYPE, claims)
  deps.observer.challenged('noscript', found.value.project.id)
  return ok({ ticket, returnOrigin: found.value.origin, contact: found.value.project.contact })
}
