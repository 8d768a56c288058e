import { z } from 'zod'
import type { Seconds } from '../../../shared/units.js'
import type { KnownPasskey } from '../../core/accounts/logins.js'
import type { Passkey, Security } from '../../dashboard/wire/security.js'
import { timestamp } from '../control/timestamp.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'

const passkey: z.ZodType<Passkey> = z.object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() })
const shown = ({ id, name, createdAt, usedAt }: KnownPasskey): Passkey => ({
  id,
  name,
  createdAt: timestamp(createdAt),
  usedAt: usedAt === null ? null : timestamp(usedAt),
})
const GONE = { 204: { description: 'It is over.' }, 404: { description: 'The account has none of this name.' } }

async function securityOf(accountId: string, sessionId: string, { passwords, passkeys, logins }: DashboardDeps): Promise<Security> {
  const [kept, keys, sessions] = await Promise.all([passwords.kept(accountId), passkeys.list(accountId), logins.list(accountId)])
  const isThis = (id: string): boolean => id === sessionId
  return {
    hasPassword: kept !== undefined,
    passkeys: keys.map(shown),
    sessions: sessions
      .map(({ id, by, createdAt, seenAt, expiresAt, browser }) => ({
        ...{ id, by, browser, isThis: isThis(id) },
        ...{ createdAt: timestamp(createdAt), seenAt: timestamp(seenAt), expiresAt: timestamp(expiresAt) },
      }))
      .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
  }
}

/** `GET …/security` */
export function securityEndpoint(deps: DashboardDeps): Endpoint {
  const GET = operation({
    id: 'security',
    summary: 'By what the account is entered, and where it is.',
    security: 'account',
    responses: { 200: { description: 'Passkeys and sessions.' } },
    handle: async (c, { caller }) => c.json(await securityOf(caller.projectId, caller.keyId, deps)),
  })
  return { path: '/security', GET }
}

/** `PUT …/security/password`: all other sessions end. Whoever came in with a token has proved more than a password says. */
export function passwordEndpoint(deps: DashboardDeps): Endpoint {
  const PUT = operation({
    id: 'setPassword',
    summary: 'A new password.',
    security: 'account',
    limit: 'passwordLogin',
    body: z.strictObject({ password: z.string().min(12).max(256), current: z.string().max(256).optional() }),
    responses: {
      204: { description: 'It holds.' },
      403: { description: 'The current password is wrong.' },
      409: { description: 'Another one was set at this moment.' },
    },
    async handle(c, { caller, body }) {
      const login = await deps.logins.byId(caller.keyId)
      const needsCurrent = login?.by !== 'token' && (await deps.passwords.kept(caller.projectId)) !== undefined
      if (needsCurrent && !(await deps.passwords.isRight(caller.projectId, body.current ?? '')))
        return { code: 'forbidden', detail: 'The current password is not right.' }
      if (!(await deps.passwords.set(caller.projectId, body.password)))
        return { code: 'conflict', detail: 'The password was changed by somebody else at this moment.' }
      await deps.logins.endOthers(caller.projectId, caller.keyId)
      return c.body(null, 204)
    },
  })
  return { path: '/security/password', PUT }
}

/** Who finds a page open, or has got hold of a cookie, shall not make a key to come back with. */
const FRESH: Seconds = 600

/** `POST …/security/passkeys/options`: its challenge is what a passkey is made with, so that this is where it is decided who may make one. */
export function passkeyCreationEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'passkeyCreation',
    summary: 'What a browser makes a passkey with.',
    security: 'account',
    responses: {
      200: { description: 'The options.', schema: z.object({ options: z.unknown() }) },
      403: { description: 'The session is older than ten minutes.' },
    },
    async handle(c, { caller }) {
      const login = await deps.logins.byId(caller.keyId)
      if (!login || deps.clock() - login.createdAt > FRESH)
        return { code: 'forbidden', detail: 'A passkey is made within ten minutes of logging in: log out, and in again.' }
      const account = await deps.accounts.byId(caller.projectId)
      return account ? c.json({ options: await deps.passkeys.creation(account) }) : { code: 'unauthorized' }
    },
  })
  return { path: '/security/passkeys/options', POST }
}

/** `POST …/security/passkeys` */
export function passkeysEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'addPasskey',
    summary: 'One more passkey.',
    security: 'account',
    body: z.strictObject({ response: z.looseObject({ id: z.string().max(1400) }), name: z.string().trim().min(1).max(100) }),
    responses: {
      201: { description: 'It can be used.', schema: passkey },
      409: { description: 'As many as there may be, or known already.' },
    },
    async handle(c, { caller, body }) {
      const added = await deps.passkeys.add(caller.projectId, body.response, body.name)
      if (added === 'refused')
        return { code: 'invalid', detail: 'This is not the answer that was asked for, or it comes too late: try again.' }
      if (added === 'full') return { code: 'conflict', detail: 'The account has as many passkeys as it may, or knows this one.' }
      return c.json(shown(added), 201)
    },
  })
  return { path: '/security/passkeys', POST }
}

/** `DELETE …/security/passkeys/{passkey}` */
export function passkeyEndpoint(deps: DashboardDeps): Endpoint {
  const DELETE = operation({
    id: 'removePasskey',
    summary: 'Forgets a passkey.',
    security: 'account',
    params: z.object({ passkey: z.string().max(1400) }),
    responses: GONE,
    async handle(c, { caller, params }) {
      return (await deps.passkeys.remove(caller.projectId, params.passkey)) ? c.body(null, 204) : { code: 'not-found' }
    },
  })
  return { path: '/security/passkeys/:passkey', DELETE }
}

/** `DELETE …/security/sessions/{session}` */
export function loginSessionEndpoint(deps: DashboardDeps): Endpoint {
  const DELETE = operation({
    id: 'endSession',
    summary: 'Ends one of the account’s sessions.',
    security: 'account',
    params: z.object({ session: z.string().max(128) }),
    responses: GONE,
    async handle(c, { caller, params }) {
      return (await deps.logins.end(caller.projectId, params.session)) ? c.body(null, 204) : { code: 'not-found' }
    },
  })
  return { path: '/security/sessions/:session', DELETE }
}
