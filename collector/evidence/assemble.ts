import type { EpochSeconds } from '../../shared/units.js'
import { CLAIM } from '../../shared/wire/claim-names.js'
import { EVIDENCE_VERSION, type EvidenceClaims, type EvidenceSummary } from '../../shared/wire/evidence.js'
import { BUILD } from '../build.js'

/** What ties the evidence to one challenge, one page and one action: the claims of these names as they are, and what others are made of. */
export interface Binding extends Pick<EvidenceClaims, 'pow' | 'origin' | 'action' | 'payload' | 'seq'> {
  readonly nonce: string
  readonly now: EpochSeconds
}

/** The claims of the evidence. */
export function assemble({ nonce, now, ...binding }: Binding, summary: EvidenceSummary): EvidenceClaims {
  return { [CLAIM.v]: EVIDENCE_VERSION, [CLAIM.eat_nonce]: nonce, [CLAIM.iat]: now, build: BUILD, ...binding, ...summary }
}
