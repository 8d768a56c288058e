import { z } from 'zod'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import { type AttestDeps, attest } from '../../core/attest.js'
import type { Project } from '../../stores/ports.js'
import type { Asking } from '../http/asking.js'
import { allowOrigin, originHeaders } from '../http/cors.js'
import { type HttpFactsSettings, httpFacts } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import { problemDocs } from '../http/problem-docs.js'
import { JSON_TYPES, readBody } from '../http/read-body.js'
import { refuse } from '../http/refuse.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import { attestRequest, attestResponse, revealResponse } from './schemas.js'

/** `POST /v1/attest` → `AttestResponse`, or `RevealResponse` where slices of the trace are asked for first. */
export function attestEndpoint(deps: AttestDeps, settings: HttpFactsSettings, { clock, identityOf, describe }: Asking): Endpoint {
  const POST = operation({
    id: 'attest',
    summary: 'Evidence in, verdict out; or a question for slices of the trace that it has committed to.',
    security: 'none',
    body: attestRequest,
    reads: 'itself',
    most: MAX_ATTEST_BYTES,
    responses: {
      200: { description: 'The verdict, or what is to be shown first.', schema: z.union([attestResponse, revealResponse]) },
      ...problemDocs(['unauthorized', 'origin-not-allowed', 'evidence-refused', 'challenge-used', 'challenge-expired']),
    },
    examples: [
      {
        summary: 'signed evidence',
        headers: { Origin: 'https://shop.example' },
        body: { challenge: samples.challenge, evidence: samples.evidence },
        status: 200,
      },
      {
        summary: 'a forged challenge',
        headers: { Origin: 'https://shop.example' },
        body: { challenge: 'eyJhbGciOiJub25lIn0.e30.', evidence: samples.evidence },
        status: 403,
      },
    ],
    async handle(c) {
      const body = await readBody(c, JSON_TYPES, MAX_ATTEST_BYTES)
      if (!body.ok) return allowOrigin(c, refuse(c, body.error))
      const whois = (project: Project) => identityOf(c, project, body.value)
      const verdict = await attest(body.value, describe(httpFacts(c, 'fetch', settings)), deps, clock(), whois)
      if (verdict.ok) return { json: verdict.value, headers: originHeaders(c) }
      const refusal = refuse(c, verdict.error)
      return verdict.error.reason === 'origin-not-allowed' ? refusal : allowOrigin(c, refusal)
    },
  })
  return { path: '/v1/attest', preflight: true, POST }
}
