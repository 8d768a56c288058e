import type { EpochSeconds } from '../../../shared/units.js'
import type { AttestDeps } from '../../core/attest.js'
import type { ChallengeDeps } from '../../core/challenge.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import type { Endpoint } from '../http/mount.js'
import { attestEndpoint } from './attest.js'
import { challengeEndpoint } from './challenge.js'
import { type VerdictsDeps, verdictsEndpoint } from './verdicts.js'

export interface AttestSurface {
  readonly challenge: ChallengeDeps
  readonly attest: AttestDeps
  readonly verdicts: VerdictsDeps
  readonly http: HttpFactsSettings
  readonly clock: () => EpochSeconds
}

/** Challenge, evidence, verdict. */
export function attestSurface({ challenge, attest, verdicts, http, clock }: AttestSurface): Endpoint[] {
  return [challengeEndpoint(challenge, clock), attestEndpoint(attest, http, clock), verdictsEndpoint(verdicts)]
}
