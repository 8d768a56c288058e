import { z } from 'zod'
import { isId, parseReference } from '../../core/ids.js'
import type { VerdictRecord, Verdicts } from '../../stores/ports.js'
import { operation } from '../http/operation.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import { explanation } from './schemas.js'

/** The owner's view: everything but our own names for the project and the visitor. */
function explanationOf({ projectId: _, subject: __, ...record }: VerdictRecord): Omit<VerdictRecord, 'projectId' | 'subject'> {
  return record
}

/** `GET /v1/verdicts/{jti or reference}` with `Authorization: Bearer sk_…`: why a verdict was what it was. */
export function verdictsEndpoint(verdicts: Pick<Verdicts, 'find'>): Endpoint {
  const GET = operation({
    id: 'explainVerdict',
    summary: 'Why a verdict was what it was.',
    security: 'secret-key',
    params: z.object({ name: z.string().meta({ description: 'The verdict’s `jti` or `reference`.' }) }),
    responses: {
      200: { description: 'The explanation.', schema: explanation },
      404: { description: 'No such verdict, or none of this project’s.' },
    },
    examples: [
      { summary: 'by its reference', params: { name: samples.reference }, status: 200 },
      { summary: 'one that never was', params: { name: 'AAAAA-AAAAA' }, status: 404 },
    ],
    async handle(c, { params: { name }, caller }) {
      const known = isId(name) ? name : parseReference(name)
      const verdict = known === undefined ? undefined : await verdicts.find(caller.projectId, known)
      return verdict ? c.json(explanationOf(verdict)) : { code: 'not-found' }
    },
  })
  return { path: '/v1/verdicts/:name', GET }
}
