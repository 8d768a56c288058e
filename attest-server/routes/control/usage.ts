import { z } from 'zod'
import { apiNames } from '../../core/control/key-kinds.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { type KeyUsage, readUsage } from './read-usage.js'
import { timestamp } from './timestamp.js'

const count = z.number().min(0)
const usage = z
  .object({
    plan: z.enum(['free', 'pro']),
    keys: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(apiNames),
        name: z.string(),
        tier: z.enum(['free', 'pro']),
        windows: z.array(
          z.object({
            name: z.string(),
            seconds: count.meta({ description: 'How long the window is.' }),
            limit: count,
            used: count,
            remaining: count,
            resets_at: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Usage' })

const shown = ({ key, api, windows }: KeyUsage) => ({
  id: key.id,
  kind: api,
  name: key.name,
  tier: key.tier,
  windows: windows.map(({ window, resetsAt, ...rest }) => ({ ...rest, seconds: window, resets_at: timestamp(resetsAt) })),
})

/** `GET /v1/projects/{project}/usage` */
export function usageEndpoint(deps: ControlDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'usage',
    summary: 'What each key has used of its limits, and when they start anew.',
    responses: { 200: { description: 'The windows that are running.', schema: usage } },
    examples: [{ summary: 'of all keys', params: { project: samples.project }, status: 200 }],
    async handle(c, { id }, { caller }) {
      const [account, keys] = await Promise.all([deps.accounts.byId(caller.projectId), deps.keys.list(id)])
      const used = await readUsage(keys, deps.counters, deps.clock())
      return c.json({ plan: account?.plan ?? 'free', keys: used.map(shown) })
    },
  })
  return { path: '/v1/projects/:project/usage', GET }
}
