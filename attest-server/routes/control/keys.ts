import { z } from 'zod'
import { liveKeyOf } from '../../../shared/wire/live-key.js'
import { type ApiName, apiKinds, apiNames, apiOf } from '../../core/control/key-kinds.js'
import type { ApiKey, Project } from '../../stores/ports.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { timestamp } from './timestamp.js'

const kind = z.enum(apiNames)
const key = z
  .object({
    id: z.string(),
    kind,
    name: z.string(),
    tier: z.enum(['free', 'pro']),
    created_at: z.string(),
    revoked_at: z.string().nullable(),
    public_key: z.string().optional().meta({ description: 'detectip: what stands in the page, `pk_live_…`.' }),
  })
  .meta({ id: 'ApiKey' })
const issued = key.extend({ key: z.string().meta({ description: 'Shown once, kept nowhere.' }) }).meta({ id: 'IssuedApiKey' })
const wanted = z.strictObject({ kind, name: z.string().trim().max(100).default('') }).meta({ id: 'NewApiKey' })

const shown = (key: ApiKey, api: ApiName, { siteKey }: Project) => ({
  id: key.id,
  kind: api,
  name: key.name,
  tier: key.tier,
  created_at: timestamp(key.createdAt),
  revoked_at: key.revokedAt === undefined ? null : timestamp(key.revokedAt),
  ...(api === 'detectip' ? { public_key: liveKeyOf(siteKey) } : {}),
})

const params = { project: samples.project }

/** `GET`, `POST /v1/projects/{project}/keys` */
export function keysEndpoint(deps: ControlDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'apiKeys',
    summary: 'Keys of the other APIs, oldest first, revoked ones too.',
    responses: { 200: { description: 'Without the secrets.', schema: z.array(key) } },
    examples: [{ summary: 'all of them', params, status: 200 }],
    async handle(c, project) {
      const keys = await deps.keys.list(project.id)
      return c.json(
        keys.flatMap((one) => {
          const api = apiOf(one.kind)
          return api ? [shown(one, api, project)] : []
        }),
      )
    },
  })
  const POST = projectOperation(deps, {
    id: 'issueApiKey',
    summary: 'A key of one of the other APIs, of the account’s plan.',
    body: wanted,
    responses: {
      201: { description: 'The key, this once.', schema: issued },
      409: { description: 'The project has as many keys as it may, none of them revoked.' },
    },
    examples: [{ summary: 'a key for request scoring', params, body: { kind: 'nobotspls', name: 'Worker' }, status: 201 }],
    async handle(c, project, { body, caller }) {
      const plan = (await deps.accounts.byId(caller.projectId))?.plan ?? 'free'
      const made = await deps.keys.issue(project.id, apiKinds[body.kind], body.name, plan)
      if (!made.ok) return { code: 'conflict', detail: 'This project has as many keys as it may: revoke one.' }
      return c.json({ ...shown(made.value.key, body.kind, project), key: made.value.secret }, 201)
    },
  })
  return { path: '/v1/projects/:project/keys', GET, POST }
}

/** `DELETE /v1/projects/{project}/keys/{key}` */
export function keyEndpoint(deps: ControlDeps): Endpoint {
  const DELETE = projectOperation(deps, {
    id: 'revokeApiKey',
    summary: 'Makes a key worthless.',
    params: { key: z.string().max(64) },
    responses: { 204: { description: 'It is worthless.' }, 404: { description: 'No such key, or it was revoked before.' } },
    examples: [{ summary: 'one that is not there', params: { ...params, key: 'key_none' }, status: 404 }],
    async handle(c, { id }, { params }) {
      return (await deps.keys.revoke(id, params.key)) ? c.body(null, 204) : { code: 'not-found' }
    },
  })
  return { path: '/v1/projects/:project/keys/:key', DELETE }
}
