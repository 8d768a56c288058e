import { z } from 'zod'
import { MOST_MOVEMENT_HOURS } from '../../core/reveal/kept-slices.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'

const keep_hours = z.int().min(0).max(MOST_MOVEMENT_HOURS).meta({
  description: 'For how long the slices of movement that visitors show are kept beside their verdicts. 0, as by default: not at all.',
})
const movement = z.object({ keep_hours }).meta({ id: 'Movement' })

/** `GET`, `PUT /v1/projects/{project}/movement` */
export function movementEndpoint(deps: ControlDeps): Endpoint {
  const responses = { 200: { description: 'As it is afterwards.', schema: movement } }
  const params = { project: samples.project }
  const GET = projectOperation(deps, {
    id: 'movement',
    summary: 'Whether what visitors show of their movement is kept.',
    responses,
    examples: [{ summary: 'as it is', params, status: 200 }],
    handle: async (c, { id }) => c.json({ keep_hours: (await deps.settings.of(id)).keepMovementHours }),
  })
  const PUT = projectOperation(deps, {
    id: 'changeMovement',
    summary: 'Keeps from now on what visitors show of their movement, or nothing of it. What is kept already stays until its end.',
    body: z.strictObject({ keep_hours }).meta({ id: 'MovementChange' }),
    responses,
    examples: [
      { summary: 'nothing, as by default', params, body: { keep_hours: 0 }, status: 200 },
      { summary: 'for longer than a week', params, body: { keep_hours: 169 }, status: 422 },
    ],
    async handle(c, { id }, { body }) {
      const { keepMovementHours } = await deps.settings.change(id, { keepMovementHours: body.keep_hours })
      return c.json({ keep_hours: keepMovementHours })
    },
  })
  return { path: '/v1/projects/:project/movement', GET, PUT }
}
