import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { AgentFault } from './agent-fault.js'
import type { AgentPolicy } from './agent-policy.js'
import { type Algorithm, algorithmNames } from './algorithms.js'
import { type Parameters, parameterOf } from './fields/structured-field.js'
import type { RequestMessage } from './message/http-message.js'
import { covers, type LabelledSignature } from './message/signatures.js'
import { parseTarget } from './message/target.js'

export interface SignatureParameters {
  readonly keyid: string
  /** Undefined where the signature leaves it to the key. */
  readonly algorithm: Algorithm | undefined
  readonly expires: EpochSeconds
  readonly nonce: string | undefined
}

/** 64 bytes in base64 are 88. */
const MAX_NONCE_CHARS = 256

/** A SHA-256 thumbprint in base64url. */
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/

type ParameterName = Extract<AgentFault, { readonly reason: 'parameter-malformed' }>['parameter']

function checkTimes(parameters: Parameters, policy: AgentPolicy, now: EpochSeconds): Result<EpochSeconds, AgentFault> {
  const malformed = (parameter: ParameterName) => err({ reason: 'parameter-malformed', parameter } as const)
  const created = parameterOf(parameters, 'created', 'integer')
  const expires = parameterOf(parameters, 'expires', 'integer')
  if (created === undefined || created < 0) return malformed('created')
  if (expires === undefined || expires <= created) return malformed('expires')
  if (created > now + policy.skew) return err({ reason: 'created-in-future', created, now })
  if (expires <= now) return err({ reason: 'expired', expires, now })
  const life = expires - created
  return life > policy.longestLife ? err({ reason: 'life-too-long', life }) : ok(expires)
}

function checkNonce(parameters: Parameters, policy: AgentPolicy): Result<string | undefined, AgentFault> {
  if (!parameters.has('nonce')) return policy.nonce === 'required' ? err({ reason: 'nonce-missing' }) : ok(undefined)
  const nonce = parameterOf(parameters, 'nonce', 'string')
  return nonce && nonce.length <= MAX_NONCE_CHARS ? ok(nonce) : err({ reason: 'parameter-malformed', parameter: 'nonce' })
}

/** Reads and judges what a signature says of itself. */
export function checkParameters(
  { covered: { parameters } }: LabelledSignature,
  policy: AgentPolicy,
  now: EpochSeconds,
): Result<SignatureParameters, AgentFault> {
  const expires = checkTimes(parameters, policy, now)
  if (!expires.ok) return expires
  const nonce = checkNonce(parameters, policy)
  if (!nonce.ok) return nonce
  const keyid = parameterOf(parameters, 'keyid', 'string')
  if (keyid === undefined || !THUMBPRINT.test(keyid)) return err({ reason: 'parameter-malformed', parameter: 'keyid' })
  const named = parameterOf(parameters, 'alg', 'string')
  const algorithm = algorithmNames.find((name) => name === named)
  if (parameters.has('alg') && algorithm === undefined) return err({ reason: 'parameter-malformed', parameter: 'alg' })
  return ok({ keyid, algorithm, expires: expires.value, nonce: nonce.value })
}

/** The signature is for us: it covers an authority, and that is one of ours. */
export function checkAuthority(
  { covered }: LabelledSignature,
  request: RequestMessage,
  authorities: readonly string[],
): Result<string, AgentFault> {
  if (!covers(covered, '@authority') && !covers(covered, '@target-uri')) return err({ reason: 'authority-not-covered' })
  const target = parseTarget(request.url)
  if (!target.ok) return err({ reason: 'authority-foreign', authority: '' })
  const { authority } = target.value
  return authorities.includes(authority) ? ok(authority) : err({ reason: 'authority-foreign', authority })
}
