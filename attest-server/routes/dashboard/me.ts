import type { Context } from 'hono'
import { z } from 'zod'
import type { Login, NewLogin } from '../../core/accounts/logins.js'
import type { Me } from '../../dashboard/wire/login.js'
import { timestamp } from '../control/timestamp.js'
import type { AppEnv } from '../http/env.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { setCookie } from './cookie.js'
import type { DashboardDeps } from './deps.js'

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

/**
 * Somebody has proved who they are: a new session, whatever cookie came along.
 * @param isStill whether the proof holds now that the session is there
 * @returns undefined where it does not, or where the account is gone
 */
export async function letIn(
  c: Context<AppEnv>,
  login: Omit<NewLogin, 'browser'>,
  deps: DashboardDeps,
  isStill = async () => true,
): Promise<Response | undefined> {
  const begun = await deps.logins.begin({ ...login, browser: deps.browserOf(c.req.header('user-agent')) })
  const me = (await isStill()) ? await meOf(begun.login, deps) : undefined
  if (!me) {
    await deps.logins.end(login.accountId, begun.login.id)
    return undefined
  }
  setCookie(c, deps.issuer, begun.token, begun.lasts)
  return c.json(me)
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
