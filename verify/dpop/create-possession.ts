import { base64url } from 'jose'
import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import { type OnceStore, rememberOnce } from '../remember-once.js'
import { type VerifyError, type VerifyErrorCode, verifyError } from '../verify-error.js'
import { createLiveProofs, type LiveProofs } from './live-proofs.js'
import { createNonces } from './nonces.js'
import { type DpopOptions, type ProtectedRequest, readDpopOptions } from './options.js'
import { isSignedByItsKey, type Proof, readProof, thumbprintOf } from './read-proof.js'
import { normaliseTarget, targetOf } from './target.js'

const MAX_AGE: Seconds = 60
/** Of one key at a time: four requests a second. The store's 100 000 last for some 400 keys that do nothing but fill it. */
const MAX_PER_KEY = 256

/** By store: whoever shares one shares its room, also calls of `verifyVerdict`, which have no other place to count in. */
const liveProofs = new WeakMap<OnceStore, LiveProofs>()

/** What a proof is compared with. */
interface Presented {
  readonly token: string
  readonly verdict: VerdictClaims
  readonly request: ProtectedRequest
}

/** Whether who shows a verdict holds the key that it was issued to. */
export interface Possession {
  /** Takes note of a proof that it finds good. Never rejects. @returns what is wrong; undefined where nothing is. */
  findFault(presented: Presented, tolerance: Seconds, now: EpochSeconds): Promise<VerifyError | undefined>
  /** The nonce for the next proof; undefined where none is asked for. */
  nonce(now: EpochSeconds): Promise<string | undefined>
}

async function hashOf(token: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
}

/** All that can be told without a secret, a key or a store (RFC 9449 §4.3), from the cheapest to the dearest. */
async function findMismatch(
  proof: Proof,
  { token, verdict, request }: Presented,
  { base, maxAge = MAX_AGE }: DpopOptions,
  tolerance: Seconds,
  now: EpochSeconds,
): Promise<VerifyErrorCode | undefined> {
  const { htm, htu, iat, ath } = proof.claims
  // Ahead by what clocks differ and no more: each second ahead is one more in which the proof has to be remembered.
  if (iat > now + tolerance || iat < now - maxAge - tolerance) return 'proof-expired'
  const target = targetOf(base, request.url)
  if (htm !== request.method.toUpperCase() || target === undefined || normaliseTarget(htu) !== target) return 'proof-request'
  if ((await thumbprintOf(proof)) !== verdict.cnf?.jkt) return 'proof-key'
  return ath === (await hashOf(token)) ? undefined : 'proof-token'
}

/** @throws TypeError when the options make no sense. @param now for the memory that is made where none is given. */
export function createPossession(given: true | DpopOptions, now: () => EpochSeconds): Possession {
  const options = readDpopOptions(given)
  const { maxAge = MAX_AGE, unbound = 'refuse', onceOnly = rememberOnce({ now }), maxPerKey = MAX_PER_KEY, nonceSecret } = options
  const nonces = nonceSecret === undefined ? undefined : createNonces(nonceSecret)
  const live = liveProofsOf(onceOnly)

  return {
    nonce: async (time) => nonces?.current(time),
    async findFault(presented, tolerance, time) {
      const { jkt } = presented.verdict.cnf ?? {}
      if (jkt === undefined) return unbound === 'accept' ? undefined : verifyError('unbound')
      const { dpop } = presented.request
      if (dpop === undefined || dpop === null || dpop === '') return verifyError('proof-missing')
      const proof = readProof(dpop)
      if (!proof) return verifyError('proof-malformed')
      const mismatch = await findMismatch(proof, presented, options, tolerance, time)
      if (mismatch) return verifyError(mismatch)
      if (!(await isSignedByItsKey(proof))) return verifyError('proof-signature')
      // After the signature: what nobody with the key has made learns nothing but that.
      if (nonces && !(await nonces.isGood(proof.claims.nonce ?? '', time))) return verifyError('proof-nonce')
      const { jti, iat } = proof.claims
      const expires = Math.ceil(iat + maxAge + tolerance + 1)
      if (!live.note(jkt, jti, expires, maxPerKey, time)) return verifyError('proof-limit')
      const fault = await claimProof(onceOnly, `${jkt} ${jti}`, expires)
      if (fault?.code === 'store-unavailable') live.forget(jkt, jti)
      return fault
    },
  }
}

/** Comes last: a proof that is refused for another reason is not used up. By the key, so that no client uses up what another has chosen. */
async function claimProof(onceOnly: OnceStore, name: string, expires: EpochSeconds): Promise<VerifyError | undefined> {
  try {
    return (await onceOnly.claim(`proof ${name}`, expires)) ? undefined : verifyError('proof-used')
  } catch (cause) {
    return verifyError('store-unavailable', cause)
  }
}

function liveProofsOf(store: OnceStore): LiveProofs {
  const live = liveProofs.get(store) ?? createLiveProofs()
  liveProofs.set(store, live)
  return live
}
