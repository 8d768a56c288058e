import type { Context } from 'hono'
import { err, ok, type Result } from '../../../shared/result.js'
import { proveKey } from '../../core/behaviour/trust/prove-key.js'
import { TRUST_TYPE, trustClaims } from '../../core/behaviour/trust/trust-claims.js'
import type { BehaviourVerification } from '../../core/behaviour/verify-behaviour.js'
import type { Fault } from '../../core/fault.js'
import { makeId } from '../../core/ids.js'
import type { AppEnv } from '../http/env.js'
import type { BehaviourDeps } from './deps.js'

/** For whom a token is, and whose. */
export interface TokenTerms {
  readonly audience: string
  readonly jkt: string | undefined
}

const AUDIENCE = /^[\x21-\x7e]{1,255}$/

function audienceOf(body: unknown, otherwise: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'audience')) return otherwise
  const { audience } = body as { readonly audience: unknown }
  return typeof audience === 'string' && AUDIENCE.test(audience) ? audience : undefined
}

/** Read before anything is scored: a faulty request changes nothing. @param body may name the `audience`; a `DPoP` header proves a key. */
export async function tokenTerms(
  c: Context<AppEnv>,
  body: unknown,
  { settings, replays, clock }: BehaviourDeps,
): Promise<Result<TokenTerms, Fault>> {
  const audience = audienceOf(body, settings.trustIssuer ?? settings.issuer)
  if (audience === undefined) return err({ code: 'invalid', detail: 'invalid audience' })
  const proof = c.req.header('dpop')
  if (proof === undefined) return ok({ audience, jkt: undefined })
  const proven = await proveKey(proof, { method: c.req.method, url: `${settings.issuer}${c.req.path}`, now: clock() }, replays)
  return proven.ok ? ok({ audience, jkt: proven.value }) : err({ code: 'invalid', detail: 'invalid dpop proof' })
}

/** LAB-44. @returns nothing unless the bot was verified. */
export async function trustToken(
  verification: BehaviourVerification,
  terms: TokenTerms,
  { settings, signToken, clock, random }: BehaviourDeps,
): Promise<{ readonly trust_token?: string }> {
  const issuer = settings.trustIssuer ?? settings.issuer
  const claims = trustClaims(verification, { ...terms, issuer, jti: makeId(random), now: clock() })
  return claims ? { trust_token: await signToken(TRUST_TYPE, claims) } : {}
}
