import type { Seconds } from '../../shared/units.js'
import type { OnceStore } from '../remember-once.js'

/** How proofs of possession are judged. */
export interface DpopOptions {
  /**
   * The address at which browsers reach this backend, with what a proxy takes off the path: `https://shop.example/api`. Left out: what the request says of
   * itself, which is wrong behind a proxy that ends TLS, and takes the request's word for the host.
   */
  readonly base?: string | undefined
  /** How old a proof may be. Default 60 s; the clock tolerance comes on top, and is all that it may be ahead. */
  readonly maxAge?: Seconds | undefined
  /** Which proofs were seen. Default: a `rememberOnce()` of the verifier's own, in this process. */
  readonly onceOnly?: OnceStore | undefined
  /**
   * How many proofs of one key may be remembered at a time, by each process. Beyond it that key alone is refused (`proof-limit`), so that no client fills
   * the store for everybody. Default 256.
   */
  readonly maxPerKey?: number | undefined
  /** With a secret of at least 32 characters, which all your instances share, proofs must carry a nonce of the backend's, at most two minutes old. */
  readonly nonceSecret?: string | undefined
  /** What to do with a verdict that is bound to no key, because the page had none: `refuse` (default) or `accept`, without a proof. */
  readonly unbound?: 'refuse' | 'accept' | undefined
}

export interface PossessionOptions {
  /** Accept a verdict only together with a proof, made for this one request, that the key it was issued to is there (RFC 9449). */
  readonly dpop?: true | DpopOptions | undefined
}

/** A request as a proof has to name it. */
export interface ProtectedRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  /** The request's header `DPoP`. */
  readonly dpop: unknown
}

const LEAST_SECRET = 32

/** @throws TypeError where the caller's own arguments make no sense. */
export function readDpopOptions(given: true | DpopOptions): DpopOptions {
  if (given === true) return {}
  if (typeof given !== 'object' || given === null) throw new TypeError('dpop: give true or options.')
  const { base, maxAge = 60, onceOnly, maxPerKey = 1, nonceSecret, unbound = 'refuse' } = given
  if (base !== undefined && !isBase(base)) throw new TypeError('dpop.base: give an absolute http(s) address without query.')
  if (!(maxAge > 0 && maxAge <= 3600)) throw new TypeError('dpop.maxAge: give seconds, above zero and at most an hour.')
  if (onceOnly !== undefined && typeof onceOnly?.claim !== 'function')
    throw new TypeError('dpop.onceOnly: give a store with a claim() method.')
  if (!(Number.isSafeInteger(maxPerKey) && maxPerKey > 0)) throw new TypeError('dpop.maxPerKey: give a whole number, one or more.')
  if (nonceSecret !== undefined && !(typeof nonceSecret === 'string' && nonceSecret.length >= LEAST_SECRET))
    throw new TypeError(`dpop.nonceSecret: give at least ${LEAST_SECRET} characters.`)
  if (!['refuse', 'accept'].includes(unbound)) throw new TypeError('dpop.unbound: give refuse or accept.')
  return given
}

const isBase = (base: unknown): boolean => typeof base === 'string' && /^https?:[^?#]*$/.test(base) && URL.canParse(base)
