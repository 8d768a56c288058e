import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
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
  /** With it, from and until when a request may come: as early as a fast clock allows, no later than the signature, and ten minutes after it was made. */
  readonly nonce: { readonly text: string; readonly from: EpochSeconds; readonly until: EpochSeconds } | undefined
}

/** 64 bytes in base64 are 88. */
const MAX_NONCE_CHARS = 256

/** A SHA-256 thumbprint in base64url. */
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/

type ParameterName = Extract<AgentFault, { readonly reason: 'parameter-malformed' }>['parameter']

/** How long a nonce is remembered. Who makes one for each request signs each request anew, and has no use for more. */
const NONCE_LIFE: Seconds = 600

interface Times {
  readonly created: EpochSeconds
  readonly expires: EpochSeconds
}

function checkTimes(parameters: Parameters, policy: AgentPolicy, now: EpochSeconds): Result<Times, AgentFault> {
  const malformed = (parameter: ParameterName) => err({ reason: 'parameter-malformed', parameter } as const)
  const created = parameterOf(parameters, 'created', 'integer')
  const expires = parameterOf(parameters, 'expires', 'integer')
  if (created === undefined || created < 0) return malformed('created')
  if (expires === undefined || expires <= created) return malformed('expires')
  if (created > now + policy.skew) return err({ reason: 'created-in-future', created, now })
  if (expires <= now) return err({ reason: 'expired', expires, now })
  const life = expires - created
  return life > policy.longestLife ? err({ reason: 'life-too-long', life }) : ok({ created, expires })
}

function checkNonce(
  parameters: Parameters,
  { created, expires }: Times,
  policy: AgentPolicy,
  now: EpochSeconds,
): Result<SignatureParameters['nonce'], AgentFault> {
  if (!parameters.has('nonce')) return policy.nonce === 'required' ? err({ reason: 'nonce-missing' }) : ok(undefined)
  const text = parameterOf(parameters, 'nonce', 'string')
  if (!text || text.length > MAX_NONCE_CHARS) return err({ reason: 'parameter-malformed', parameter: 'nonce' })
  const until = Math.min(expires, created + NONCE_LIFE)
  return now < until ? ok({ text, from: created - policy.skew, until }) : err({ reason: 'nonce-stale' })
}

/** Reads and judges what a signature says of itself. */
export function checkParameters(
  { covered: { parameters } }: LabelledSignature,
  policy: AgentPolicy,
  now: EpochSeconds,
): Result<SignatureParameters, AgentFault> {
  const times = checkTimes(parameters, policy, now)
  if (!times.ok) return times
  const nonce = checkNonce(parameters, times.value, policy, now)
  if (!nonce.ok) return nonce
  const keyid = parameterOf(parameters, 'keyid', 'string')
  if (keyid === undefined || !THUMBPRINT.test(keyid)) return err({ reason: 'parameter-malformed', parameter: 'keyid' })
  const named = parameterOf(parameters, 'alg', 'string')
  const algorithm = algorithmNames.find((name) => name === named)
  if (parameters.has('alg') && algorithm === undefined) return err({ reason: 'parameter-malformed', parameter: 'alg' })
  return ok({ keyid, algorithm, nonce: nonce.value })
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
