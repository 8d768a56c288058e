import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { LookupFault } from './directory/directory-cache.js'
import type { LocationFault } from './directory/key-location.js'
import type { DirectoryFormatFault } from './directory/parse-directory.js'
import type { BaseFault } from './message/signature-base.js'

/** Why a signature for Web Bot Auth was not believed. For logs and for whoever signs; never a reason to call a request a bot's. */
export type AgentFault =
  | { readonly reason: 'headers-malformed' }
  | { readonly reason: 'parameter-malformed'; readonly parameter: 'created' | 'expires' | 'keyid' | 'alg' | 'nonce' }
  | { readonly reason: 'created-in-future'; readonly created: EpochSeconds; readonly now: EpochSeconds }
  | { readonly reason: 'expired'; readonly expires: EpochSeconds; readonly now: EpochSeconds }
  | { readonly reason: 'life-too-long'; readonly life: Seconds }
  | { readonly reason: 'authority-not-covered' }
  | { readonly reason: 'authority-foreign'; readonly authority: string }
  | { readonly reason: 'agent-missing' | 'agent-malformed' | 'agent-ambiguous' | 'agent-not-covered' }
  | { readonly reason: LocationFault }
  | { readonly reason: 'component'; readonly fault: BaseFault }
  | { readonly reason: 'directory'; readonly fault: LookupFault }
  | { readonly reason: 'inline-keys'; readonly fault: DirectoryFormatFault }
  | { readonly reason: 'key-unknown' | 'key-refuted' | 'key-out-of-time' | 'key-of-tests' }
  | { readonly reason: 'algorithm-mismatch' }
  | { readonly reason: 'signature-wrong' }
  | { readonly reason: 'nonce-missing' | 'nonce-stale' }

/**
 * The draft's "Verifier Outcomes": `invalid`, what was sent is wrong in itself; `unverified`, it could not be decided, for which the sender may
 * not be to blame: a directory is down, a proxy changed the address, a form of signature is not supported here.
 */
export type FaultMeaning = 'invalid' | 'unverified'

/** The one place that tells them apart. A new reason without an arm does not compile. */
export function meaningOf(fault: AgentFault): FaultMeaning {
  switch (fault.reason) {
    case 'agent-missing':
    case 'authority-foreign':
    case 'directory':
    case 'inline-keys':
    case 'key-unknown':
    case 'url-inline':
    case 'url-port':
    case 'url-malformed':
    case 'url-scheme':
    case 'url-credentials':
    case 'url-literal-address':
    case 'url-local-name':
      return 'unverified'
    case 'component':
      return fault.fault.reason === 'component-unsupported' || fault.fault.reason === 'component-unknown' ? 'unverified' : 'invalid'
    case 'headers-malformed':
    case 'parameter-malformed':
    case 'created-in-future':
    case 'expired':
    case 'life-too-long':
    case 'authority-not-covered':
    case 'agent-malformed':
    case 'agent-ambiguous':
    case 'agent-not-covered':
    case 'key-refuted':
    case 'key-out-of-time':
    case 'key-of-tests':
    case 'algorithm-mismatch':
    case 'signature-wrong':
    case 'nonce-missing':
    case 'nonce-stale':
      return 'invalid'
    default:
      return fault satisfies never
  }
}
