import type { AttestDeps } from '../../core/attest.js'
import type { ChallengeDeps } from '../../core/challenge.js'
import type { Verdicts } from '../../stores/ports.js'
import type { Asking } from '../http/asking.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { attestEndpoint } from './attest.js'
import { challengeEndpoint } from './challenge.js'
import { verdictsEndpoint } from './verdicts.js'

export interface AttestSurface extends Asking {
  readonly challenge: ChallengeDeps
  readonly attest: AttestDeps
  readonly verdicts: Pick<Verdicts, 'find'>
  readonly http: HttpFactsSettings
}

/** Challenge, evidence, verdict. */
export function attestSurface({ challenge, attest, verdicts, http, ...asking }: AttestSurface): Surface {
  return {
    name: 'attestation',
    summary: 'Challenge, evidence, verdict: what the collector and your backend speak.',
    prefixes: [],
    endpoints: [challengeEndpoint(challenge, http, asking), attestEndpoint(attest, http, asking), verdictsEndpoint(verdicts)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
