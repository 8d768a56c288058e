import { sha256 } from '../../../shared/sha256.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ReplayGuard } from '../../stores/ports.js'
import type { VerifiedAgent } from './verify-agent.js'

/**
 * `first`: this request came once so far, and will pass no second time. `none`: it has no nonce, and anybody who saw it can repeat it until it
 * expires. `used`: it is a repetition. `crowded`: there are too many nonces to remember more; whoever acts on it cannot tell.
 */
export type NonceClaim = 'first' | 'none' | 'used' | 'crowded'

export interface NonceLimits {
  /** Claims of one key in ten minutes: who signs more is no one agent, or wants to fill the store. */
  readonly perKey: number
  /** Claims of all keys in ten minutes: strangers make keys as they like. */
  readonly all: number
}

/** Some ten bytes for each key, and a row of the store for each claim, for ten minutes. */
const nonceLimits: NonceLimits = { perKey: 6000, all: 60_000 }

const WINDOW: Seconds = 600

export type ClaimNonce = (agent: Pick<VerifiedAgent, 'keyid' | 'nonce'>, now: EpochSeconds) => Promise<NonceClaim>

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A thumbprint has 43 characters always, so that no two pairs are one text. Hashed: what a stranger writes has no say in how long a row is. */
const nameOf = (keyid: string, nonce: string): string => `agent:${hexOf(sha256(new TextEncoder().encode(`${keyid}:${nonce}`)))}`

/** Counts claims in windows of ten minutes; one count for each key that came in this one. */
function createCrowd({ perKey, all }: NonceLimits): (keyid: string, now: EpochSeconds) => boolean {
  let began = Number.NEGATIVE_INFINITY
  let total = 0
  const ofKey = new Map<string, number>()
  return (keyid, now) => {
    if (now >= began + WINDOW || now < began) {
      began = now
      total = 0
      ofKey.clear()
    }
    const count = ofKey.get(keyid) ?? 0
    if (count >= perKey || total >= all) return true
    ofKey.set(keyid, count + 1)
    total++
    return false
  }
}

/**
 * Claims the nonce of a verified agent, for ten minutes at most. To be called only where policy acts on the verdict: what changes nothing needs no proof
 * that it is new, and fills no store.
 * @throws StoreUnavailable where nonces cannot be claimed.
 */
export function createClaimNonce(nonces: ReplayGuard, limits: NonceLimits = nonceLimits): ClaimNonce {
  const isCrowded = createCrowd(limits)
  return async ({ keyid, nonce }, now) => {
    if (nonce === undefined) return 'none'
    if (isCrowded(keyid, now)) return 'crowded'
    return (await nonces.claimOnce(nameOf(keyid, nonce.text), nonce.from, nonce.until)) ? 'first' : 'used'
  }
}
