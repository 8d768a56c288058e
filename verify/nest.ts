import {
  createGuard,
  type GuardOptions,
  type GuardOutcome,
  nodeRequest,
  outcomeHeaders,
  refusal,
  refusedStatus,
  TOKEN_HEADER,
  tokenIn,
} from './guard.js'
import { payloadIn } from './payload/in-request.js'

/** What is used of the request: of Express or of Fastify. */
export interface NestRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body?: unknown
  readonly method: string
  readonly protocol: string
  readonly originalUrl: string
}

/** What is used of the response: both platforms have it. */
export interface NestResponse {
  header(name: string, value: string): unknown
}

/** What is used of Nest's `ExecutionContext`. */
export interface NestContext {
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown }
}

/** What is used of Nest's `CanActivate`. */
export interface NestGuard {
  canActivate(context: NestContext): Promise<boolean>
}

export type NestGuardOptions = GuardOptions & {
  /** Where the token is, if not in the parsed body or the header `Vouchsafe-Token`. */
  readonly token?: ((request: NestRequest) => unknown) | undefined
  /** With `payload`: what the page has bound, if it is not the fields of the parsed body. */
  readonly body?: ((request: NestRequest) => unknown) | undefined
  /** Makes the exception for a refused request, `new ForbiddenException(…)` for example. Left out: Nest's own, of status 403, or one of 401 for `proof-nonce`. */
  readonly onRefused?: ((outcome: GuardOutcome) => Error) | undefined
}

/**
 * A guard for NestJS 10 to 12, on Express and on Fastify.
 *
 * @example
 * @Post('sign-up')
 * @UseGuards(vouchsafe({ …, action: 'sign-up' }))
 * signUp(@Req() request: Request) { return { score: outcomeOf(request)?.verdict?.score } }
 * @throws TypeError when the options make no sense.
 */
export function vouchsafe(options: NestGuardOptions): NestGuard {
  const guard = createGuard(options)
  const { onRefused, field, token = (request: NestRequest) => tokenIn(request.body, request.headers[TOKEN_HEADER], field) } = options
  const { body = (request: NestRequest) => request.body } = options

  return {
    async canActivate(context) {
      const http = context.switchToHttp()
      const request = http.getRequest() as NestRequest
      const { method, protocol, originalUrl, headers } = request
      const payload = payloadIn(headers, request.body, await body(request))
      const outcome = await guard(token(request), nodeRequest(method, protocol, originalUrl, headers), payload)
      Object.assign(request, { vouchsafe: outcome })
      const response = http.getResponse() as NestResponse
      for (const [name, value] of Object.entries(outcomeHeaders(outcome))) response.header(name, value)
      if (outcome.passed) return true
      if (onRefused) throw onRefused(outcome)
      if (outcome.reason === 'proof-nonce') throw askForNonce(outcome)
      return false
    },
  }
}

/** In the shape of `http-errors`, which Nest answers as it says. For `false`, its answer is 403. */
function askForNonce(outcome: GuardOutcome): Error {
  const status = refusedStatus(outcome)
  return Object.assign(new Error(String(refusal(outcome).detail)), { status, statusCode: status, expose: true })
}

/** What the guard made of this request. */
export function outcomeOf(request: object): GuardOutcome | undefined {
  return (request as { readonly vouchsafe?: GuardOutcome }).vouchsafe
}
