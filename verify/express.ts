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

declare global {
  // Express collects what middlewares add to its requests in this namespace; without Express it is empty and does no harm.
  namespace Express {
    interface Request {
      /** What the guard made of this request. */
      vouchsafe?: GuardOutcome
    }
  }
}

/** What is used of Express's request. */
export interface ExpressRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body?: unknown
  readonly method: string
  readonly protocol: string
  readonly originalUrl: string
  vouchsafe?: GuardOutcome
}

/** What is used of Express's response. */
export interface ExpressResponse {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

type Next = (error?: unknown) => void

export type ExpressGuardOptions<Req extends ExpressRequest, Res extends ExpressResponse> = GuardOptions & {
  /** Where the token is, if not in the parsed body or the header `Vouchsafe-Token`. */
  readonly token?: ((request: Req) => unknown) | undefined
  /**
   * With `payload`: what the page has bound, if it is not the fields of the parsed body. For a salt in the header that is the body's exact text or bytes, which
   * your body parser has to keep.
   */
  readonly body?: ((request: Req) => unknown) | undefined
  /** Answers a refused request. Left out: problem+json with status 403, or 401 for `proof-nonce`. */
  readonly onRefused?: ((request: Req, response: Res, next: Next) => unknown) | undefined
}

/**
 * Middleware for Express 4 and 5. Put it after the body parser.
 *
 * @example
 * app.post('/sign-up', express.urlencoded({ extended: false }), vouchsafe({ …, action: 'sign-up' }), (request, response) => {
 *   console.log(request.vouchsafe?.verdict?.score)
 * })
 * @throws TypeError when the options make no sense.
 */
export function vouchsafe<Req extends ExpressRequest = ExpressRequest, Res extends ExpressResponse = ExpressResponse>(
  options: ExpressGuardOptions<Req, Res>,
): (request: NoInfer<Req>, response: NoInfer<Res>, next: Next) => void {
  const guard = createGuard(options)
  const { onRefused = refuse, field, token = (request: Req) => tokenIn(request.body, request.headers[TOKEN_HEADER], field) } = options
  const { body = (request: Req) => request.body } = options

  async function judge(request: Req, response: Res, next: Next): Promise<void> {
    const { method, protocol, originalUrl, headers } = request
    const payload = payloadIn(headers, request.body, await body(request))
    const outcome = await guard(token(request), nodeRequest(method, protocol, originalUrl, headers), payload)
    request.vouchsafe = outcome
    for (const [name, value] of Object.entries(outcomeHeaders(outcome))) response.setHeader(name, value)
    if (outcome.passed) next()
    else await onRefused(request, response, next)
  }
  return function vouchsafeMiddleware(request, response, next) {
    judge(request, response, next).catch(next)
  }
}

function refuse(request: ExpressRequest, response: ExpressResponse): void {
  response.statusCode = refusedStatus(request.vouchsafe!)
  response.setHeader('Content-Type', PROBLEM_TYPE)
  response.end(JSON.stringify(refusal(request.vouchsafe!)))
}
