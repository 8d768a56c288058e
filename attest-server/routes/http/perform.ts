import type { Context } from 'hono'
import type { z } from 'zod'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Caller, Callers } from '../../core/caller.js'
import type { Fault, FieldProblem } from '../../core/fault.js'
import { findCaller, type LazyBody } from './auth/find-caller.js'
import { securities } from './auth/security.js'
import { allowOrigin } from './cors.js'
import type { AppEnv } from './env.js'
import type { FaultResponse } from './fault-response.js'
import type { Limiter, Turn } from './limit/limiter.js'
import type { Answer, Input, Operation } from './operation.js'
import { readInput } from './read-input.js'
import { rejectionFault } from './rejection-fault.js'
import type { Endpoint } from './surface.js'
import { wholeResponse } from './whole-response.js'

export interface PerformDeps {
  readonly callers: Callers
  readonly limiter: Limiter
  /** Whom a request without a key counts for, by where it comes from; undefined where that is not known. */
  readonly addressOf: (c: Context<AppEnv>) => string | undefined
}

export type Handle = (c: Context<AppEnv>) => Response | Promise<Response>

const MOST_BYTES = 16_384
/** Enough to mend a request by; a hostile one shall not choose the length of the answer. */
const MOST_PROBLEMS = 20
const NOTHING = { query: undefined, params: undefined, body: undefined, caller: undefined }
const EXPOSED = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-ID'

const problemsOf = (error: z.ZodError, where: string): FieldProblem[] =>
  error.issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => ({ path: [where, ...path.map(String)].filter(Boolean).join('.'), message }))

/** @param where names what was checked, in the paths of its problems; empty for a body. */
function check(schema: z.ZodType | undefined, value: () => unknown, where: string): Result<unknown, Fault> {
  if (schema === undefined) return ok(undefined)
  const parsed = schema.safeParse(value())
  return parsed.success ? ok(parsed.data) : err({ code: 'invalid', fields: problemsOf(parsed.error, where) })
}

/** Reads a body once, whoever asks first. */
function lazyBody(c: Context<AppEnv>, { bodyTypes = ['json'], most = MOST_BYTES }: Operation): () => ReturnType<typeof readInput> {
  let reading: ReturnType<typeof readInput> | undefined
  return () => {
    reading ??= readInput(c, bodyTypes, most)
    return reading
  }
}

type Read = ReturnType<typeof lazyBody>

async function checkInput(
  c: Context<AppEnv>,
  operation: Operation,
  read: Read,
  caller: Caller | undefined,
): Promise<Result<Input<unknown, unknown, unknown, Caller | undefined>, Fault>> {
  const params = check(operation.params, () => c.req.param(), 'path')
  if (!params.ok) return params
  const query = check(operation.query, () => c.req.query(), 'query')
  if (!query.ok) return query
  if (operation.body === undefined || operation.reads === 'itself')
    return ok({ query: query.value, params: params.value, body: undefined, caller })
  const raw = await read()
  if (!raw.ok) {
    c.set('reason', raw.error.reason)
    return err(rejectionFault(raw.error))
  }
  const body = check(operation.body, () => raw.value, '')
  return body.ok ? ok({ query: query.value, params: params.value, body: body.value, caller }) : body
}

/** Runs one operation: who calls, whether there is room, what they say, what is answered. All that can be known before is known here. */
export function performer(operation: Operation, endpoint: Endpoint, faultResponse: FaultResponse, deps: PerformDeps): Handle {
  const { limit, cost } = operation
  const security = operation.security === 'none' ? undefined : securities[operation.security]
  const needsCaller = security !== undefined && !operation.security.endsWith('?')
  const isPlain =
    security === undefined &&
    limit === undefined &&
    !operation.admit &&
    !operation.query &&
    !operation.params &&
    (!operation.body || operation.reads)

  const headersOf = ({ headers }: Turn): Turn['headers'] =>
    endpoint.preflight ? { ...headers, 'Access-Control-Expose-Headers': EXPOSED } : headers

  function finish(c: Context<AppEnv>, answer: Answer, turn?: Turn): Response {
    if ('json' in answer && !(answer instanceof Response)) return wholeResponse(c, answer, turn && headersOf(turn))
    const isOwn = answer instanceof Response
    const response = isOwn ? answer : faultResponse(answer, c.get('requestId'))
    if (!isOwn) {
      if (c.get('reason') === '') c.set('reason', answer.code)
      if (answer.code === 'unauthorized' && security?.places.some((place) => place.in === 'bearer'))
        response.headers.set('WWW-Authenticate', 'Bearer')
      if (endpoint.preflight) allowOrigin(c, response)
    }
    if (turn) for (const [name, value] of Object.entries(headersOf(turn))) response.headers.set(name, value)
    return response
  }

  /** An account’s sessions count together: whoever may begin one may begin many. */
  const whoOf = (c: Context<AppEnv>, caller: Caller | undefined): string | undefined =>
    (caller?.kind === 'dashboard' ? caller.projectId : caller?.keyId) ?? deps.addressOf(c)

  const takeTurn = (c: Context<AppEnv>, caller: Caller | undefined, amount: number): Promise<Turn> | undefined =>
    limit && deps.limiter(limit, caller?.tier ?? 'free', whoOf(c, caller), amount)

  async function perform(c: Context<AppEnv>): Promise<Response> {
    const refused = operation.admit?.(c)
    if (refused) return finish(c, refused)
    const read = lazyBody(c, operation)
    const body: LazyBody = async () => {
      const raw = await read()
      return raw.ok ? raw.value : undefined
    }
    const caller = security && (await findCaller(c, security, deps.callers, body))
    if (needsCaller && !caller) return finish(c, { code: 'unauthorized' })
    let turn = await takeTurn(c, caller, 1)
    if (turn?.fault) return finish(c, turn.fault, turn)
    const input = await checkInput(c, operation, read, caller)
    if (!input.ok) return finish(c, input.error, turn)
    // What a request counts is known only now; one was taken before, so that faulty requests count too.
    const more = (cost?.(input.value as never) ?? 1) - 1
    if (more > 0) turn = await takeTurn(c, caller, more)
    return finish(c, turn?.fault ?? (await operation.handle(c, input.value as never)), turn)
  }

  if (operation.failOpen) return (c) => perform(c).catch((error) => finish(c, operation.failOpen!(c, error)))
  if (!isPlain) return perform
  return async (c) => finish(c, await operation.handle(c, NOTHING as never))
}
