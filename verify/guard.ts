import { TOKEN_FIELD } from '../shared/wire/names.js'
import type { Action, VerdictClaims } from '../shared/wire/verdict.js'
import { createVerifier, type VerifyResult } from './create-verifier.js'
import type { ProtectedRequest } from './dpop/options.js'
import type { VerifyOptions } from './options.js'
import { checkField, type PresentedPayload } from './payload/options.js'
import type { VerifyError, VerifyErrorCode } from './verify-error.js'

/** The name of the request header that may carry the token, instead of the form field {@link TOKEN_FIELD}. */
export const TOKEN_HEADER = 'vouchsafe-token'

/** The name of the request header that carries a proof of possession (RFC 9449 §4.1). */
export const DPOP_HEADER = 'dpop'

/** What every middleware takes. */
export type GuardOptions = VerifyOptions & {
  /** `enforce` (default) refuses; `observe` lets everything pass and only says what it would have done. */
  readonly mode?: 'enforce' | 'observe' | undefined
  /**
   * What to do with a request whose token cannot be judged because the issuer's keys were never read, the store of used verdicts (`onceOnly`) or of used proofs
   * (`dpop.onceOnly`) is away, or with `revocations.unavailable: 'refuse'` there is no list: `closed` (default) refuses, `open` lets it pass. With `open`, a proof that was
   * used before passes for as long as its store is away or full. Requests without a token are refused either way, and with `dpop` those without a good proof.
   */
  readonly onError?: 'open' | 'closed' | undefined
  /** The verdicts that pass. Default `['allow']`. */
  readonly accept?: readonly Action[] | undefined
  /** Which field of a form has the token, as the page's `data-field` says. Default `vouchsafe-token`. With `payload`, it is not bound. */
  readonly field?: string | undefined
}

/** What became of a request: `request.vouchsafe` for the handlers that come after. */
export interface GuardOutcome {
  /** Whether the request goes on. */
  readonly passed: boolean
  /** What the verdict says; `none` where there is no verdict that counts. */
  readonly action: Action | 'none'
  /** Why: the action itself, or what is wrong with the token. */
  readonly reason: Action | VerifyErrorCode
  readonly verdict?: VerdictClaims
  readonly error?: VerifyError
  /** Where `dpop` asks for nonces: the one for the next proof, which the response carries as `DPoP-Nonce`. */
  readonly dpopNonce?: string
}

/** Judges the token of one request. The core of every middleware. @param payload what came with it: asked for by the option `payload` */
export type Guard = (token: unknown, request: ProtectedRequest, payload: PresentedPayload | undefined) => Promise<GuardOutcome>

/** @throws TypeError when the options make no sense. */
export function createGuard(options: GuardOptions): Guard {
  const { mode = 'enforce', onError = 'closed', accept = ['allow'], field } = options
  if (!['enforce', 'observe'].includes(mode)) throw new TypeError('mode: give enforce or observe.')
  if (!['open', 'closed'].includes(onError)) throw new TypeError('onError: give open or closed.')
  if (typeof options.payload === 'object') throw new TypeError('payload: give true.')
  checkField(field)
  const verifier = createVerifier(options)
  const observing = mode === 'observe'

  const judge = (result: VerifyResult): GuardOutcome => {
    if (result.ok) {
      const { verdict } = result
      return { passed: observing || accept.includes(verdict.action), action: verdict.action, reason: verdict.action, verdict }
    }
    const { error } = result
    return { passed: observing || (onError === 'open' && isOutage(error.code)), action: 'none', reason: error.code, error }
  }

  return async function guard(token, request, payload) {
    const result = await verifier.verify(token, options.payload && payload ? { payload: { ...payload, field } } : undefined, request)
    const { dpopNonce } = result
    return { ...judge(result), ...(dpopNonce === undefined ? {} : { dpopNonce }) }
  }
}

const outages: ReadonlySet<VerifyErrorCode> = new Set(['keys-unavailable', 'store-unavailable', 'revocations-unavailable'])
const isOutage = (code: VerifyErrorCode): boolean => outages.has(code)

/** The headers that say what became of a request. A page that did not know the nonce asks again with it (RFC 9449 §9). */
export const outcomeHeaders = ({ action, reason, dpopNonce }: GuardOutcome): Readonly<Record<string, string>> => ({
  'Vouchsafe-Action': action,
  'Vouchsafe-Reason': reason,
  ...(dpopNonce === undefined ? {} : { 'DPoP-Nonce': dpopNonce }),
  ...(reason === 'proof-nonce' ? { 'WWW-Authenticate': 'DPoP error="use_dpop_nonce", algs="ES256"' } : {}),
})

/** The response with those headers. A copy, because the headers of some responses (`Response.redirect`, `fetch`) cannot be changed. */
export function withOutcome(response: Response, outcome: GuardOutcome): Response {
  const copy = new Response(response.body, response)
  for (const [name, value] of Object.entries(outcomeHeaders(outcome))) copy.headers.set(name, value)
  return copy
}

export const PROBLEM_TYPE = 'application/problem+json'

/** The status of a refused request where no `onRefused` is given: 401 asks for the same again, with a nonce. */
export const refusedStatus = ({ reason }: GuardOutcome): 401 | 403 => (reason === 'proof-nonce' ? 401 : 403)

/** The answer to a refused request where no `onRefused` is given: RFC 9457. */
export function refusal(outcome: GuardOutcome): Readonly<Record<string, string | number>> {
  const { action, reason } = outcome
  const status = refusedStatus(outcome)
  const title = status === 401 ? 'Unauthorized' : 'Forbidden'
  return { type: 'about:blank', title, status, detail: 'This request needs a valid verdict.', action, reason }
}

type Header = string | readonly string[] | null | undefined

/** The token in the request's header or, where it has none, in a body that was parsed before. */
export function tokenIn(body: unknown, header: Header, field: string = TOKEN_FIELD): unknown {
  if (header) return header
  const inBody = typeof body === 'object' && body !== null && Object.hasOwn(body, field)
  return inBody ? (body as Readonly<Record<string, unknown>>)[field] : undefined
}

type NodeHeaders = Readonly<Record<string, string | string[] | undefined>>

/** A request of Node's as a proof has to name it. @param path with the query, as it came */
export function nodeRequest(method: string, protocol: string, path: string, headers: NodeHeaders): ProtectedRequest {
  // Over HTTP/2 browsers send no `host`.
  const host = headers.host ?? headers[':authority'] ?? ''
  return { method, url: `${protocol}://${String(host)}${path}`, dpop: headers[DPOP_HEADER] }
}
