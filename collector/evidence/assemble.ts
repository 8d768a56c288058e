import type { EpochSeconds } from '../../shared/units.js'
import { EVIDENCE_VERSION, type EvidenceClaims, type EvidenceSummary } from '../../shared/wire/evidence.js'
import { BUILD } from '../build.js'

/** What ties the evidence to one challenge, one page and one action. */
export interface Binding {
  readonly nonce: string
  /** The proof of work. */
  readonly pow: string
  readonly now: EpochSeconds
  readonly origin: string
  readonly action: string
  readonly payload?: string | undefined
  readonly seq: number
}

/** The claims of the evidence. */
export function assemble({ nonce, now, ...binding }: Binding, summary: EvidenceSummary): EvidenceClaims {
  return { v: EVIDENCE_VERSION, eat_nonce: nonce, iat: now, build: BUILD, ...binding, ...summary }
}
