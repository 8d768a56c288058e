import type { Seconds } from '../shared/units.js'
import type { VerdictClaims } from '../shared/wire/verdict.js'
import { findFault } from './checks.js'
import { createPossession } from './dpop/create-possession.js'
import type { ProtectedRequest } from './dpop/options.js'
import { givenKeys, type KeySource, remoteKeys } from './key-source.js'
import { checkExpectations, checkKeys, checkOverrides, type Expectations, toleranceOf, type VerifyOptions } from './options.js'
import { findPayloadFault } from './payload/find-payload-fault.js'
import type { OnceStore } from './remember-once.js'
import { createRevocations } from './revocations/create-revocations.js'
import { systemClock } from './system-clock.js'
import { readHeader } from './token.js'
import { type VerifyError, type VerifyErrorCode, verifyError } from './verify-error.js'

export type VerifyResult = (
  | { readonly ok: true; readonly verdict: VerdictClaims }
  | { readonly ok: false; readonly error: VerifyError }
) & {
  /** Where `dpop` asks for nonces: the one for the next proof. Answer with it in the header `DPoP-Nonce`. */
  readonly dpopNonce?: string
}

export interface Verifier {
  /**
   * Judges one token. Whatever the token is, the promise resolves; see {@link VerifyErrorCode} for what can be wrong with it.
   * `ok` says that the verdict is genuine and meant for you, **not** that it says `allow`: look at `verdict.action`.
   * @param token the compact JWT, as the browser sent it.
   * @param overrides expectations that differ for this call, such as `{ action: 'checkout' }` or `{ payload: { salt, body } }`.
   * @param request what came with the token: asked for by the option `dpop`.
   * @throws TypeError (as a rejection) when the overrides make no sense, or `dpop` lacks its request.
   */
  verify(token: unknown, overrides?: Partial<Expectations>, request?: ProtectedRequest): Promise<VerifyResult>
}

/**
 * A verifier that keeps the issuer's keys, and remembers which tokens it found genuine. Make one when your backend starts.
 *
 * @example
 * const verifier = createVerifier({
 *   jwksUrl: 'https://attest.example/.well-known/jwks.json', issuer: 'https://attest.example',
 *   audience: 'pk_…', origin: 'https://shop.example',
 * })
 * const result = await verifier.verify(token, { action: 'checkout' })
 * if (!result.ok || result.verdict.action !== 'allow') return refuse()
 * @throws TypeError when the options make no sense.
 */
export function createVerifier(options: VerifyOptions): Verifier {
  checkKeys(options)
  const keys = options.jwks
    ? givenKeys(options.jwks)
    : remoteKeys(String(options.jwksUrl), options.fetch ?? globalThis.fetch, () => performance.now())
  return verifierOf(keys, options)
}

/** A verifier on keys from anywhere. */
export function verifierOf(
  keys: KeySource,
  options: Expectations & Pick<VerifyOptions, 'now' | 'fetch' | 'dpop' | 'revocations'>,
): Verifier {
  checkExpectations(options)
  const now = options.now ?? systemClock
  const possession = options.dpop ? createPossession(options.dpop, now) : undefined
  const revocations = options.revocations ? createRevocations(options.revocations, options, keys) : undefined

  async function judge(token: unknown, expected: Expectations, request: ProtectedRequest | undefined): Promise<VerifyResult> {
    const opened = await open(token, keys)
    if (typeof opened === 'string') return refused(opened, opened === 'keys-unavailable' ? keys.fault() : undefined)
    const fault = findFault(opened, expected, now())
    if (fault) return refused(fault)
    const unpaired = expected.payload && (await findPayloadFault(opened, expected.payload))
    if (unpaired) return refused(unpaired)
    const revoked = revocations && (await revocations.findFault(token as string, opened, now()))
    if (revoked) return { ok: false, error: revoked }
    const presented = request && { token: token as string, verdict: opened, request }
    const error = presented && (await possession?.findFault(presented, toleranceOf(expected), now()))
    if (error) return { ok: false, error }
    const used = expected.onceOnly && (await claimOnce(opened, expected.onceOnly, toleranceOf(expected)))
    return used ?? { ok: true, verdict: opened }
  }

  return {
    async verify(token, overrides, request) {
      const expected = overrides ? { ...options, ...overrides } : options
      if (overrides) {
        checkOverrides(overrides)
        checkExpectations(expected)
      }
      if (possession && !request) throw new TypeError('dpop: give the request that the token came with.')
      const result = await judge(token, expected, request)
      return possession ? withNonce(result, await possession.nonce(now())) : result
    },
  }
}

const withNonce = (result: VerifyResult, dpopNonce: string | undefined): VerifyResult =>
  dpopNonce === undefined ? result : { ...result, dpopNonce }

const refused = (code: VerifyErrorCode, cause?: unknown): VerifyResult => ({ ok: false, error: verifyError(code, cause) })

/** From the cheapest to the dearest: nothing is parsed that was opened before, and no key is asked for by what is no verdict. */
async function open(token: unknown, keys: KeySource): Promise<VerdictClaims | VerifyErrorCode> {
  if (token === undefined || token === null || token === '') return 'missing'
  const current = keys.current()
  const known = typeof token === 'string' ? current?.opened(token) : undefined
  if (known) return known
  const header = readHeader(token)
  if (!header) return 'malformed'
  const set = current?.has(header) ? current : await keys.keysFor(header)
  return set ? set.open(token as string, header) : 'keys-unavailable'
}

/** Comes last: a verdict that is refused for another reason is not used up. */
async function claimOnce(claims: VerdictClaims, onceOnly: OnceStore, tolerance: Seconds): Promise<VerifyResult | undefined> {
  try {
    return (await onceOnly.claim(claims.jti, claims.exp + tolerance)) ? undefined : refused('used')
  } catch (cause) {
    return refused('store-unavailable', cause)
  }
}
