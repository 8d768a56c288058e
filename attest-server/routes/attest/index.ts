import type { EpochSeconds } from '../../../shared/units.js'
import type { AttestDeps } from '../../core/attest.js'
import type { ChallengeDeps } from '../../core/challenge.js'
import type { Verdicts } from '../../stores/ports.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import type { IdentityOf } from '../http/identity-of.js'
import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { attestEndpoint } from './attest.js'
import { challengeEndpoint } from './challenge.js'
import { verdictsEndpoint } from './verdicts.js'

export interface AttestSurface {
  readonly challenge: ChallengeDeps
  readonly attest: AttestDeps
  readonly verdicts: Pick<Verdicts, 'find'>
  readonly http: HttpFactsSettings
  readonly identityOf: IdentityOf
  readonly clock: () => EpochSeconds
}

/** Challenge, evidence, verdict. */
export function attestSurface({ challenge, attest, verdicts, http, identityOf, clock }: AttestSurface): Surface {
  return {
    name: 'attestation',
    summary: 'Challenge, evidence, verdict: what the collector and your backend speak.',
    prefixes: [],
    endpoints: [challengeEndpoint(challenge, clock), attestEndpoint(attest, http, clock, identityOf), verdictsEndpoint(verdicts)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
