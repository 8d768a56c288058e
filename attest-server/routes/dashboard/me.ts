import type { Context } from 'hono'
import { z } from 'zod'
import type { Me } from '../../dashboard/wire/login.js'
import { timestamp } from '../control/timestamp.js'
import type { AppEnv } from '../http/env.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { setCookie } from './cookie.js'
import type { DashboardDeps, Login, NewLogin } from './deps.js'

export const meSchema: z.ZodType<Me> = z.object({
  account: z.object({ id: z.string(), name: z.string(), plan: z.enum(['free', 'pro']) }),
  projects: z.array(z.object({ id: z.string(), name: z.string(), siteKey: z.string(), origins: z.array(z.string()) })),
  session: z.object({ id: z.string(), by: z.enum(['token', 'password', 'passkey']), expiresAt: z.string() }),
})

async function meOf({ id, accountId, by, expiresAt }: Login, { accounts, projects }: DashboardDeps): Promise<Me | undefined> {
  const account = await accounts.byId(accountId)
  if (!account) return undefined
  const own = await Promise.all((await accounts.projectIds(accountId)).map((projectId) => projects.byId(projectId)))
  return {
    account: { id: account.id, name: account.name, plan: account.plan },
    projects: own.flatMap((project) =>
      project ? [{ id: project.id, name: project.name, siteKey: project.siteKey, origins: project.origins }] : [],
    ),
    session: { id, by, expiresAt: timestamp(expiresAt) },
  }
}

/** Somebody has proved who they are: a new session, whatever cookie came along. */
export async function letIn(c: Context<AppEnv>, login: Omit<NewLogin, 'browser'>, deps: DashboardDeps) {
  const begun = await deps.logins.begin({ ...login, browser: deps.browserOf(c.req.header('user-agent')) })
  setCookie(c, deps.issuer, begun.token, begun.lasts)
  const me = await meOf(begun.login, deps)
  return me ? c.json(me) : ({ code: 'unauthorized' } as const)
}

/** `GET …/me`: whether somebody is logged in, and who. */
export function meEndpoint(deps: DashboardDeps): Endpoint {
  const GET = operation({
    id: 'me',
    summary: 'Who is logged in.',
    security: 'account',
    responses: { 200: { description: 'The account and its projects.', schema: meSchema } },
    async handle(c, { caller }) {
      const login = await deps.logins.byId(caller.keyId)
      const me = login && (await meOf(login, deps))
      return me ? c.json(me) : { code: 'unauthorized' }
    },
  })
  return { path: '/me', GET }
}
