import type { EpochSeconds } from '../../../shared/units.js'
import { type ChallengeDeps, issueChallenge } from '../../core/challenge.js'
import { allowOrigin } from '../http/cors.js'
import type { Endpoint } from '../http/mount.js'
import { JSON_TYPES, readBody } from '../http/read-body.js'
import { refuse } from '../http/refuse.js'

/** A site key, a session and a round. */
const MOST_BYTES = 1024

/** `POST /v1/challenge` → `ChallengeResponse`. */
export function challengeEndpoint(deps: ChallengeDeps, clock: () => EpochSeconds): Endpoint {
  return {
    path: '/v1/challenge',
    preflight: true,
    async POST(c) {
      const body = await readBody(c, JSON_TYPES, MOST_BYTES)
      if (!body.ok) return allowOrigin(c, refuse(c, body.error))
      const issued = await issueChallenge(body.value, c.req.header('origin'), deps, clock())
      if (issued.ok) return allowOrigin(c, c.json(issued.value))
      const refusal = refuse(c, issued.error)
      return issued.error.reason === 'origin-not-allowed' ? refusal : allowOrigin(c, refusal)
    },
  }
}
