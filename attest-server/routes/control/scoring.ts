import { z } from 'zod'
import { enableScoring, rotateKey } from '../../core/control/scoring.js'
import type { ProjectSettings } from '../../stores/ports.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'

const toggle = (description: string) => z.boolean().meta({ description })
const toggles = {
  allow_verified: toggle('Verified bots pass, before any rule is asked.'),
  protect_static: toggle('Without it, requests for assets pass.'),
  block_definite: toggle('Block what is surely automated.'),
  challenge_likely: toggle('Challenge what is likely automated.'),
}
const likely_bot_threshold = z.int().min(1).max(99).meta({ description: 'Scores below are likely automated: higher is more suspicious.' })

const settings = z.object({ bot_settings: z.object(toggles), likely_bot_threshold })
export const changes = z
  .strictObject({ ...toggles, likely_bot_threshold })
  .partial()
  .meta({ id: 'ScoringChanges' })
const enabled = settings.extend({ site_key: z.string(), private_key: z.string().nullable() })

const settingsOf = ({ allowVerified, protectStatic, blockDefinite, challengeLikely, threshold }: ProjectSettings) => ({
  bot_settings: {
    allow_verified: allowVerified,
    protect_static: protectStatic,
    block_definite: blockDefinite,
    challenge_likely: challengeLikely,
  },
  likely_bot_threshold: threshold,
})

export function changesOf(given: z.output<typeof changes>): Partial<ProjectSettings> {
  const all = {
    allowVerified: given.allow_verified,
    protectStatic: given.protect_static,
    blockDefinite: given.block_definite,
    challengeLikely: given.challenge_likely,
    threshold: given.likely_bot_threshold,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** `POST /v1/projects/{project}/scoring` */
export function scoringEndpoint(deps: ControlDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'enableScoring',
    summary: 'Turns the sessions API on; again, it changes nothing.',
    responses: {
      200: { description: 'The keys: the private one the first time only, and then never again.', schema: enabled.meta({ id: 'Scoring' }) },
    },
    examples: [{ summary: 'the first time', params: { project: samples.project }, status: 200 }],
    async handle(c, project) {
      const key = await enableScoring(project, deps, deps.clock())
      const known = settingsOf(await deps.settings.of(project.id))
      return c.json({ site_key: project.siteKey, private_key: key ?? null, ...known })
    },
  })
  return { path: '/v1/projects/:project/scoring', POST }
}

/** `POST /v1/projects/{project}/scoring/rotate` */
export function rotateEndpoint(deps: ControlDeps): Endpoint {
  const type = z.enum(['site', 'private'])
  const POST = projectOperation(deps, {
    id: 'rotateScoringKey',
    summary: 'A new key; the old one is worthless at once.',
    body: z.strictObject({ type }).meta({ id: 'Rotation' }),
    responses: {
      200: { description: 'The new key.', schema: z.object({ type, key: z.string() }) },
      409: { description: 'Scoring is not enabled.' },
    },
    examples: [{ summary: 'before scoring is enabled', params: { project: samples.project }, body: { type: 'site' }, status: 409 }],
    async handle(c, project, { body }) {
      const key = await rotateKey(project, body.type, deps)
      return key.ok ? c.json({ type: body.type, key: key.value }) : key.error
    },
  })
  return { path: '/v1/projects/:project/scoring/rotate', POST }
}

/** `PUT /v1/projects/{project}/scoring/settings` */
export function settingsEndpoint(deps: ControlDeps): Endpoint {
  const responses = { 200: { description: 'All settings afterwards.', schema: settings.meta({ id: 'ScoringSettings' }) } }
  const params = { project: samples.project }
  const GET = projectOperation(deps, {
    id: 'scoringSettings',
    summary: 'Toggles and threshold.',
    responses,
    examples: [{ summary: 'as they are', params, status: 200 }],
    handle: async (c, project) => c.json(settingsOf(await deps.settings.of(project.id))),
  })
  const PUT = projectOperation(deps, {
    id: 'changeScoringSettings',
    summary: 'Changes what is named, and nothing else.',
    body: changes,
    responses,
    examples: [
      { summary: 'two of them', params, body: { block_definite: true, likely_bot_threshold: 40 }, status: 200 },
      { summary: 'a threshold that is none', params, body: { likely_bot_threshold: 100 }, status: 422 },
    ],
    handle: async (c, project, { body }) => c.json(settingsOf(await deps.settings.change(project.id, changesOf(body)))),
  })
  return { path: '/v1/projects/:project/scoring/settings', GET, PUT }
}
