import { z } from 'zod'
import { DEFERRAL_WINDOW, DEFERRED_OF_PROJECT, readDeferred } from '../../core/deferral/deferral.js'
import type { Project } from '../../stores/ports.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { timestamp } from './timestamp.js'

const delayed = z
  .boolean()
  .meta({ description: 'Who is turned away by soft evidence is let through for a while, and you are told at once.' })

const enforcement = z
  .object({
    delayed,
    deferred: z
      .object({ used: z.int().min(0), limit: z.int().min(1), resets_at: z.string() })
      .meta({ description: 'Verdicts that were deferred today (UTC): they say `allow`, and something else was decided.' }),
  })
  .meta({ id: 'Enforcement' })

async function shown({ id }: Project, { settings, counters, clock }: ControlDeps): Promise<z.output<typeof enforcement>> {
  const now = clock()
  const { delayEnforcement } = await settings.of(id)
  const used = await readDeferred(id, counters, now)
  const ends = (Math.floor(now / DEFERRAL_WINDOW) + 1) * DEFERRAL_WINDOW
  return { delayed: delayEnforcement, deferred: { used, limit: DEFERRED_OF_PROJECT, resets_at: timestamp(ends) } }
}

/** `GET`, `PUT /v1/projects/{project}/enforcement` */
export function enforcementEndpoint(deps: ControlDeps): Endpoint {
  const responses = { 200: { description: 'As it is afterwards.', schema: enforcement } }
  const params = { project: samples.project }
  const GET = projectOperation(deps, {
    id: 'enforcement',
    summary: 'Whether refusals are told at once, and how many were not today.',
    responses,
    examples: [{ summary: 'as it is', params, status: 200 }],
    handle: async (c, project) => c.json(await shown(project, deps)),
  })
  const PUT = projectOperation(deps, {
    id: 'changeEnforcement',
    summary: 'Delays enforcement, or ends that: then every verdict says at once what was decided.',
    body: z.strictObject({ delayed }).meta({ id: 'EnforcementChange' }),
    responses,
    examples: [
      { summary: 'at once, as by default', params, body: { delayed: false }, status: 200 },
      { summary: 'neither', params, body: { delayed: 'sometimes' }, status: 422 },
    ],
    async handle(c, project, { body }) {
      await deps.settings.change(project.id, { delayEnforcement: body.delayed })
      return c.json(await shown(project, deps))
    },
  })
  return { path: '/v1/projects/:project/enforcement', GET, PUT }
}
