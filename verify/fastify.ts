import {
  createGuard,
  type GuardOptions,
  type GuardOutcome,
  nodeRequest,
  outcomeHeaders,
  PROBLEM_TYPE,
  refusal,
  refusedStatus,
  TOKEN_HEADER,
  tokenIn,
} from './guard.js'
import { payloadIn } from './payload/in-request.js'

/** What is used of Fastify's request. */
export interface FastifyRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
  readonly method: string
  readonly protocol: string
  readonly originalUrl: string
}

/** What is used of Fastify's reply. */
export interface FastifyReply {
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(body: unknown): unknown
}

export type FastifyGuardOptions<Req extends FastifyRequest, Reply extends FastifyReply> = GuardOptions & {
  /** Where the token is, if not in the parsed body or the header `Vouchsafe-Token`. */
  readonly token?: ((request: Req) => unknown) | undefined
  /**
   * With `payload`: what the page has bound, if it is not the fields of the parsed body. For a salt in the header that is the body's exact text or bytes, which
   * your body parser has to keep.
   */
  readonly body?: ((request: Req) => unknown) | undefined
  /** Answers a refused request by `reply.send(…)`. Left out: problem+json with status 403, or 401 for `proof-nonce`. */
  readonly onRefused?: ((request: Req, reply: Reply, outcome: GuardOutcome) => unknown) | undefined
}

/**
 * `preHandler` hook for Fastify 4 and 5: runs after the body was parsed. Sets `request.vouchsafe`; `outcomeOf(request)` reads it with its type.
 *
 * @example
 * app.post('/sign-up', { preHandler: vouchsafe({ …, action: 'sign-up' }) }, async (request) => outcomeOf(request)?.verdict?.score)
 * @throws TypeError when the options make no sense.
 */
export function vouchsafe<Req extends FastifyRequest = FastifyRequest, Reply extends FastifyReply = FastifyReply>(
  options: FastifyGuardOptions<Req, Reply>,
): (request: NoInfer<Req>, reply: NoInfer<Reply>) => Promise<unknown> {
  const guard = createGuard(options)
  const { onRefused = refuse, field, token = (request: Req) => tokenIn(request.body, request.headers[TOKEN_HEADER], field) } = options
  const { body = (request: Req) => request.body } = options

  return async function vouchsafeHook(request, reply) {
    const { method, protocol, originalUrl, headers } = request
    const payload = payloadIn(headers, request.body, await body(request))
    const outcome = await guard(token(request), nodeRequest(method, protocol, originalUrl, headers), payload)
    Object.assign(request, { vouchsafe: outcome })
    for (const [name, value] of Object.entries(outcomeHeaders(outcome))) reply.header(name, value)
    if (outcome.passed) return undefined
    await onRefused(request, reply, outcome)
    // A hook that resolves with the reply says that the answer is on its way.
    return reply
  }
}

function refuse(_request: FastifyRequest, reply: FastifyReply, outcome: GuardOutcome): void {
  reply.code(refusedStatus(outcome))
  reply.header('Content-Type', PROBLEM_TYPE)
  reply.send(JSON.stringify(refusal(outcome)))
}

/** What the hook made of this request. */
export function outcomeOf(request: object): GuardOutcome | undefined {
  return (request as { readonly vouchsafe?: GuardOutcome }).vouchsafe
}
