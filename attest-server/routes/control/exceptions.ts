import { z } from 'zod'
import { LEAST_EXCEPTION, MOST_EXCEPTION, makeException, USUAL_EXCEPTION } from '../../core/exceptions/make-exception.js'
import { isOfSession } from '../../core/exceptions/subject-of.js'
import { parseReference } from '../../core/ids.js'
import type { Exception } from '../../stores/ports.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { timestamp } from './timestamp.js'

const exception = z
  .object({
    reference: z.string(),
    bound_to: z.enum(['device', 'session']).meta({ description: 'The device key; where nothing was signed, the session.' }),
    until: z.string(),
  })
  .meta({ id: 'Exception' })

const wanted = z
  .strictObject({
    reference: z.string().max(32).meta({ description: 'The support code, as somebody read it out.' }),
    seconds: z.int().min(LEAST_EXCEPTION).max(MOST_EXCEPTION).default(USUAL_EXCEPTION),
  })
  .meta({ id: 'NewException' })

const shown = ({ reference, subject, until }: Exception): z.output<typeof exception> => ({
  reference,
  bound_to: isOfSession(subject) ? 'session' : 'device',
  until: timestamp(until),
})

const params = { project: samples.project }
const NONE = { description: 'No such verdict.' }

/** `GET`, `POST /v1/projects/{project}/exceptions` */
export function exceptionsEndpoint(deps: ControlDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'exceptions',
    summary: 'Visitors who are let through, the first to end first.',
    responses: { 200: { description: 'Those that hold.', schema: z.array(exception) } },
    examples: [{ summary: 'all of them', params, status: 200 }],
    handle: async (c, { id }) => c.json((await deps.exceptions.list(id, deps.clock())).map(shown)),
  })
  const POST = projectOperation(deps, {
    id: 'addException',
    summary: 'Lets the visitor through who read out this support code.',
    body: wanted,
    responses: {
      201: { description: 'Holds from now on.', schema: exception },
      404: NONE,
      409: { description: 'The verdict turned nobody away, or there are as many exceptions as there may be.' },
    },
    examples: [
      { summary: 'a verdict that never was', params, body: { reference: 'AAAAA-AAAAA' }, status: 404 },
      { summary: 'no support code', params, body: { reference: 'hello' }, status: 422 },
    ],
    async handle(c, { id }, { body }) {
      const made = await makeException(id, body.reference, body.seconds, deps, deps.clock())
      return made.ok ? c.json(shown(made.value), 201) : made.error
    },
  })
  return { path: '/v1/projects/:project/exceptions', GET, POST }
}

/** `DELETE /v1/projects/{project}/exceptions/{reference}` */
export function exceptionEndpoint(deps: ControlDeps): Endpoint {
  const DELETE = projectOperation(deps, {
    id: 'removeException',
    summary: 'Ends an exception: verdicts that are signed from now on do without it, those that are read within a minute.',
    params: { reference: z.string().max(32) },
    responses: { 204: { description: 'It is over.' }, 404: { description: 'No such exception.' } },
    examples: [{ summary: 'one that is not there', params: { ...params, reference: 'AAAAA-AAAAA' }, status: 404 }],
    async handle(c, { id }, { params }) {
      const reference = parseReference(params.reference)
      const isRemoved = reference !== undefined && (await deps.exceptions.remove(id, reference))
      return isRemoved ? c.body(null, 204) : { code: 'not-found' }
    },
  })
  return { path: '/v1/projects/:project/exceptions/:reference', DELETE }
}
