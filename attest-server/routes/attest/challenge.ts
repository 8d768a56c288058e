import { type ChallengeDeps, issueChallenge } from '../../core/challenge.js'
import type { Asking } from '../http/asking.js'
import { allowOrigin, originHeaders } from '../http/cors.js'
import { type HttpFactsSettings, httpFacts } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import { problemDocs } from '../http/problem-docs.js'
import { JSON_TYPES, readBody } from '../http/read-body.js'
import { refuse } from '../http/refuse.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import { challengeRequest, challengeResponse } from './schemas.js'

/** A site key, a session and a round. */
const MOST_BYTES = 1024

/** `POST /v1/challenge` → `ChallengeResponse`. */
export function challengeEndpoint(deps: ChallengeDeps, settings: HttpFactsSettings, { clock, describe }: Asking): Endpoint {
  const POST = operation({
    id: 'issueChallenge',
    summary: 'A signed challenge. Nothing of it is stored; that there was one is counted.',
    security: 'none',
    body: challengeRequest,
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      200: { description: 'The challenge.', schema: challengeResponse },
      ...problemDocs(['unauthorized', 'origin-not-allowed']),
    },
    examples: [
      { summary: 'a page begins', headers: { Origin: 'https://shop.example' }, body: { siteKey: samples.siteKey }, status: 200 },
      { summary: 'a test key', headers: { Origin: 'https://any.example' }, body: { siteKey: 'pk_test_block' }, status: 200 },
      { summary: 'an unknown key', headers: { Origin: 'https://shop.example' }, body: { siteKey: 'pk_unknown' }, status: 401 },
    ],
    async handle(c) {
      const body = await readBody(c, JSON_TYPES, MOST_BYTES)
      if (!body.ok) return allowOrigin(c, refuse(c, body.error))
      const issued = await issueChallenge(body.value, describe(httpFacts(c, 'fetch', settings)), deps, clock())
      if (issued.ok) return { json: issued.value, headers: originHeaders(c) }
      const refusal = refuse(c, issued.error)
      return issued.error.reason === 'origin-not-allowed' ? refusal : allowOrigin(c, refusal)
    },
  })
  return { path: '/v1/challenge', preflight: true, POST }
}
