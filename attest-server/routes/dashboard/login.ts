import { z } from 'zod'
import type { Seconds } from '../../../shared/units.js'
import type { Fault } from '../../core/fault.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { dropCookie } from './cookie.js'
import type { DashboardDeps } from './deps.js'
import { letIn, meSchema } from './me.js'

/** Guesses at one account's password, wherever they come from: a person who errs needs fewer, and a list of passwords more. */
const GUESSES = 10
const GUESSING: Seconds = 900
/** The same for whoever is not known, and for whoever is and errs. */
const WRONG: Fault = { code: 'unauthorized', detail: 'That is not right.' }
const responses = { 200: { description: 'A session begins: its cookie comes along.', schema: meSchema } }
const response = z.looseObject({ id: z.string().max(1400) })

/** `POST …/login/token` */
export function tokenLoginEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'loginByToken',
    summary: 'Comes in with an account’s token.',
    security: 'none',
    limit: 'tokenLogin',
    body: z.strictObject({ token: z.string().max(256) }),
    responses,
    async handle(c, { body }) {
      const owner = await deps.tokenOwner(body.token.trim())
      return (owner && (await letIn(c, { accountId: owner.projectId, by: 'token', keyId: owner.keyId }, deps))) || WRONG
    },
  })
  return { path: '/login/token', POST }
}

/** `POST …/login/password`: as slow, and the same answer, for an account that is not there. */
export function passwordLoginEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'loginByPassword',
    summary: 'Comes in with address and password.',
    security: 'none',
    limit: 'passwordLogin',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(256) }),
    responses,
    async handle(c, { body }) {
      const now = deps.clock()
      const { known, name } = await deps.accountOf(body.email)
      const turn = await deps.counters.take(`guess:${name}`, 1, GUESSES, GUESSING, now)
      if (!turn.taken) return { code: 'rate-limited', retryAfter: Math.max(1, Math.ceil(turn.resetsAt - now)) }
      const before = await deps.passwords.kept(known ?? name)
      const isRight = await deps.passwords.isRight(known, body.password)
      if (!isRight || known === undefined) return WRONG
      // Whoever sets a new password ends the sessions that there are: one that begins at that moment must not outlive the old one.
      const isStill = async () => (await deps.passwords.kept(known)) === before
      return (await letIn(c, { accountId: known, by: 'password' }, deps, isStill)) ?? WRONG
    },
  })
  return { path: '/login/password', POST }
}

/** `POST …/login/passkey/options`: names no account, so that it tells of none. */
export function passkeyRequestEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'passkeyRequest',
    summary: 'What a browser asks its passkeys with.',
    security: 'none',
    limit: 'passkeyLogin',
    responses: { 200: { description: 'The options.', schema: z.object({ options: z.unknown() }) } },
    handle: async (c) => c.json({ options: await deps.passkeys.request() }),
  })
  return { path: '/login/passkey/options', POST }
}

/** `POST …/login/passkey` */
export function passkeyLoginEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'loginByPasskey',
    summary: 'Comes in with a passkey.',
    security: 'none',
    limit: 'passkeyLogin',
    body: z.strictObject({ response }),
    responses,
    async handle(c, { body }) {
      const accountId = await deps.passkeys.owner(body.response)
      return (accountId !== undefined && (await letIn(c, { accountId, by: 'passkey', keyId: body.response.id }, deps))) || WRONG
    },
  })
  return { path: '/login/passkey', POST }
}

/** `POST …/logout`: the session is over in the store; a copy of its cookie is worth nothing. */
export function logoutEndpoint(deps: DashboardDeps): Endpoint {
  const POST = operation({
    id: 'logout',
    summary: 'Ends the session.',
    security: 'account',
    responses: { 204: { description: 'It is over.' } },
    async handle(c, { caller }) {
      await deps.logins.end(caller.projectId, caller.keyId)
      dropCookie(c, deps.issuer)
      return c.body(null, 204)
    },
  })
  return { path: '/logout', POST }
}
