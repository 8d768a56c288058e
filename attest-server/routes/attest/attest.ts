import type { EpochSeconds } from '../../../shared/units.js'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import { type AttestDeps, attest } from '../../core/attest.js'
import { allowOrigin } from '../http/cors.js'
import { type HttpFactsSettings, httpFacts } from '../http/http-facts.js'
import type { Endpoint } from '../http/mount.js'
import { JSON_TYPES, readBody } from '../http/read-body.js'
import { refuse } from '../http/refuse.js'

/** `POST /v1/attest` → `AttestResponse`. */
export function attestEndpoint(deps: AttestDeps, settings: HttpFactsSettings, clock: () => EpochSeconds): Endpoint {
  return {
    path: '/v1/attest',
    preflight: true,
    async POST(c) {
      const body = await readBody(c, JSON_TYPES, MAX_ATTEST_BYTES)
      if (!body.ok) return allowOrigin(c, refuse(c, body.error))
      const verdict = await attest(body.value, httpFacts(c, 'fetch', settings), deps, clock())
      if (verdict.ok) return allowOrigin(c, c.json(verdict.value))
      const refusal = refuse(c, verdict.error)
      return verdict.error.reason === 'origin-not-allowed' ? refusal : allowOrigin(c, refusal)
    },
  }
}
