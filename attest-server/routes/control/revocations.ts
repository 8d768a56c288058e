import { z } from 'zod'
import { revoke } from '../../core/revocations/revoke.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { timestamp } from './timestamp.js'

const wanted = z
  .strictObject({
    verdict: z.string().max(32).optional().meta({ description: 'Its `jti` or its reference.' }),
    session: z.string().max(64).optional().meta({ description: 'The verdicts’ `sub`.' }),
    device: z.string().max(64).optional().meta({ description: 'The verdicts’ `cnf.jkt`.' }),
  })
  .meta({ id: 'NewRevocation', description: 'Exactly one of them.' })

const revoked = z
  .object({
    revoked: z.enum(['verdict', 'session', 'device']),
    until: z.string().meta({ description: 'When it leaves the list.' }),
  })
  .meta({ id: 'Revocation' })

const params = { project: samples.project }

/** `POST /v1/projects/{project}/revocations` */
export function revocationsEndpoint(deps: ControlDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'revoke',
    summary: 'Puts a verdict, a session or a device key on the list of what is revoked.',
    body: wanted,
    responses: {
      201: { description: 'It is on the list from now on.', schema: revoked },
      404: { description: 'No such verdict.' },
      409: { description: 'As much is revoked as may be.' },
    },
    examples: [
      { summary: 'a session', params, body: { session: 'sess_AAAAAAAAAAAAAAAAAAAAAA' }, status: 201 },
      { summary: 'a verdict that never was', params, body: { verdict: 'AAAAA-AAAAA' }, status: 404 },
      { summary: 'nothing in particular', params, body: {}, status: 422 },
    ],
    async handle(c, project, { body }) {
      const made = await revoke(project, body, deps, deps.clock())
      if (!made.ok) return made.error
      const answer: z.output<typeof revoked> = { revoked: made.value.what, until: timestamp(made.value.until) }
      return c.json(answer, 201)
    },
  })
  return { path: '/v1/projects/:project/revocations', POST }
}
