import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'

const account = z
  .object({
    id: z.string(),
    name: z.string(),
    plan: z.enum(['free', 'pro']),
    projects: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Account' })

const user = z
  .object({ id: z.string(), email: z.null().meta({ description: 'Of the address only a digest is kept.' }), name: z.string() })
  .meta({ id: 'User' })

/** `GET /v1/account` */
export function accountEndpoint({ accounts, projects }: ControlDeps): Endpoint {
  const GET = operation({
    id: 'account',
    summary: 'The account of the token, and its projects.',
    security: 'account',
    limit: 'control',
    responses: { 200: { description: 'The account.', schema: account } },
    examples: [{ summary: 'the account', status: 200 }],
    async handle(c, { caller }) {
      const found = await accounts.byId(caller.projectId)
      if (!found) return { code: 'unauthorized' }
      const own = await Promise.all((await accounts.projectIds(found.id)).map((id) => projects.byId(id)))
      const listed = own.flatMap((project) => (project ? [{ id: project.id, name: project.name }] : []))
      return c.json({ id: found.id, name: found.name, plan: found.plan, projects: listed })
    },
  })
  return { path: '/v1/account', GET }
}

/** `GET /user`: whether a token is good, for clients that ask that first. */
export function userEndpoint({ accounts }: ControlDeps): Endpoint {
  const GET = operation({
    id: 'user',
    summary: 'Whose token it is.',
    security: 'account',
    limit: 'control',
    responses: { 200: { description: 'Its owner.', schema: user } },
    examples: [{ summary: 'the owner', status: 200 }],
    async handle(c, { caller }) {
      const found = await accounts.byId(caller.projectId)
      return found ? c.json({ id: found.id, email: null, name: found.name }) : { code: 'unauthorized' }
    },
  })
  return { path: '/user', GET }
}
