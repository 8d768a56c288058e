import { TOKEN_FIELD } from '../shared/wire/names.js'
import { SALT_FIELD } from '../shared/wire/payload.js'
import {
  createGuard,
  DPOP_HEADER,
  type GuardOptions,
  type GuardOutcome,
  PROBLEM_TYPE,
  refusal,
  refusedStatus,
  TOKEN_HEADER,
  tokenIn,
  withOutcome,
} from './guard.js'
import { isForm, isJson, SALT_HEADER } from './payload/in-request.js'
import type { PresentedPayload } from './payload/options.js'

/** Larger bodies are not read a second time for their token: let the page send it in the header. */
const MAX_BODY_BYTES = 1_048_576

export type FetchGuardOptions = GuardOptions & {
  /** Where the token is, if not in the body or the header `Vouchsafe-Token`. */
  readonly token?: ((request: Request) => unknown) | undefined
  /** Answers a refused request. Left out: problem+json with status 403, or 401 for `proof-nonce`. */
  readonly onRefused?: ((request: Request, outcome: GuardOutcome) => Response | Promise<Response>) | undefined
}

export type FetchHandler<Rest extends readonly unknown[]> = (
  request: Request,
  outcome: GuardOutcome,
  ...rest: Rest
) => Response | Promise<Response>

/**
 * For everything that speaks `Request` and `Response`: workers, Deno, Bun, route handlers. The handler's own request stays unread.
 *
 * @example
 * const guarded = vouchsafe({ …, action: 'sign-up' })
 * export const POST = guarded(async (request, outcome) => Response.json({ score: outcome.verdict?.score }))
 * @throws TypeError when the options make no sense.
 */
export function vouchsafe(
  options: FetchGuardOptions,
): <Rest extends readonly unknown[]>(handler: FetchHandler<Rest>) => (request: Request, ...rest: Rest) => Promise<Response> {
  const guard = createGuard(options)
  const { onRefused = refuse, token, payload, field = TOKEN_FIELD } = options

  return (handler) =>
    async function vouchsafeHandler(request, ...rest) {
      const found = token && !payload ? undefined : await findOurs(request, field, payload === true)
      const { method, url, headers } = request
      const given = token ? await token(request) : found?.token
      const outcome = await guard(given, { method, url, dpop: headers.get(DPOP_HEADER) }, found?.payload)
      const response = await (outcome.passed ? handler(request, outcome, ...rest) : onRefused(request, outcome))
      return withOutcome(response, outcome)
    }
}

interface Found {
  readonly token: unknown
  readonly payload: PresentedPayload
}

/** What of ours is in a body. Where the salt came in the header, the page has bound the body as it is; where in a form, its fields. */
async function findInBody(body: Response, field: string, token: string | null, salt: string | null): Promise<Found> {
  const type = body.headers.get('content-type')
  if (salt) return { token, payload: { salt, body: await body.arrayBuffer() } }
  if (isForm(type)) {
    const fields = await body.formData()
    return { token: token || fields.get(field), payload: { salt: fields.get(SALT_FIELD), body: fields } }
  }
  return { token: tokenIn(isJson(type) ? await body.json() : undefined, token, field), payload: { salt, body: undefined } }
}

/** @param isBound whether the body matters, wherever the token is. */
async function findOurs(request: Request, field: string, isBound: boolean): Promise<Found> {
  const token = request.headers.get(TOKEN_HEADER)
  const salt = isBound ? request.headers.get(SALT_HEADER) : null
  const type = request.headers.get('content-type') ?? ''
  const none = { token, payload: { salt, body: undefined } }
  if (!isBound && (token || !(isJson(type) || isForm(type)))) return none
  // A body that cannot be parsed holds no token; what else is wrong with it is for the handler to say.
  try {
    return await findInBody(new Response(await readCopy(request), { headers: { 'content-type': type } }), field, token, salt)
  } catch {
    return none
  }
}

/** Counts as it reads: a body that is streamed announces no length. @throws RangeError beyond the limit, with no more than that read. */
async function readCopy(request: Request): Promise<Blob> {
  const reader = request.clone().body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length <= MAX_BODY_BYTES) continue
    // Not waited for: it settles with the request's own body.
    reader?.cancel().catch(() => {})
    throw new RangeError('The body is too large to be read twice.')
  }
  return new Blob(parts)
}

function refuse(_request: Request, outcome: GuardOutcome): Response {
  return new Response(JSON.stringify(refusal(outcome)), { status: refusedStatus(outcome), headers: { 'Content-Type': PROBLEM_TYPE } })
}
