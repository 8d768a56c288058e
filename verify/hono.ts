import {
  createGuard,
  DPOP_HEADER,
  type GuardOptions,
  type GuardOutcome,
  outcomeHeaders,
  PROBLEM_TYPE,
  refusal,
  refusedStatus,
  SALT_HEADER,
  saltIn,
  TOKEN_HEADER,
  tokenIn,
  withOutcome,
} from './guard.js'
import type { PresentedPayload } from './payload/options.js'

/** The variable that the middleware sets: `new Hono<{ Variables: VouchsafeVariables }>()` gives `c.get('vouchsafe')` its type. */
export interface VouchsafeVariables {
  vouchsafe: GuardOutcome
}

/** What is used of Hono's context. */
export interface HonoContext {
  readonly req: {
    readonly method: string
    readonly url: string
    header(name: string): string | undefined
    json(): Promise<unknown>
    parseBody(): Promise<Readonly<Record<string, unknown>>>
    formData(): Promise<unknown>
    arrayBuffer(): Promise<ArrayBuffer>
  }
  set(key: 'vouchsafe', value: GuardOutcome): void
  header(name: string, value: string): void
  body(data: string, status: 401 | 403, headers: Record<string, string>): Response
}

export type HonoGuardOptions<Context extends HonoContext> = GuardOptions & {
  /** Where the token is, if not in the body or the header `Vouchsafe-Token`. */
  readonly token?: ((c: Context) => unknown) | undefined
  /** Answers a refused request. Left out: problem+json with status 403, or 401 for `proof-nonce`. */
  readonly onRefused?: ((c: Context, outcome: GuardOutcome) => Response | Promise<Response>) | undefined
}

/**
 * Middleware for Hono 4. Hono keeps the parsed body, so that handlers can read it again.
 *
 * @example
 * const app = new Hono<{ Variables: VouchsafeVariables }>()
 * app.post('/sign-up', vouchsafe({ …, action: 'sign-up' }), (c) => c.json(c.get('vouchsafe').verdict?.score))
 * @throws TypeError when the options make no sense.
 */
export function vouchsafe<Context extends HonoContext = HonoContext>(
  options: HonoGuardOptions<Context>,
): (c: NoInfer<Context>, next: () => Promise<void>) => Promise<Response | undefined> {
  const guard = createGuard(options)
  const { onRefused = refuse, token, payload } = options

  return async function vouchsafeMiddleware(c, next) {
    const found = token && !payload ? undefined : await findOurs(c, payload === true)
    const { method, url } = c.req
    const given = token ? await token(c) : found?.token
    const outcome = await guard(given, { method, url, dpop: c.req.header(DPOP_HEADER) }, found?.payload)
    c.set('vouchsafe', outcome)
    if (!outcome.passed) return withOutcome(await onRefused(c, outcome), outcome)
    await next()
    for (const [name, value] of Object.entries(outcomeHeaders(outcome))) c.header(name, value)
    return undefined
  }
}

interface Found {
  readonly token: unknown
  readonly payload: PresentedPayload
}

/** What of ours is in a body. Where the salt came in the header, the page has bound the body as it is; where in the body, its fields. */
async function findInBody(req: HonoContext['req'], isBound: boolean, token?: string, salt?: string): Promise<Found | undefined> {
  if (salt) return { token, payload: { salt, body: await req.arrayBuffer() } }
  const type = req.header('content-type') ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
  if (!isForm && !/^application\/json\b/i.test(type)) return undefined
  const parsed = await (isForm ? req.parseBody() : req.json())
  // Of fields that came several times, `parseBody` has the last alone.
  return { token: tokenIn(parsed, token), payload: { salt: saltIn(parsed, salt), body: isForm && isBound ? await req.formData() : parsed } }
}

/** @param isBound whether the body matters, wherever the token is. */
async function findOurs({ req }: HonoContext, isBound: boolean): Promise<Found> {
  const token = req.header(TOKEN_HEADER)
  const salt = isBound ? req.header(SALT_HEADER) : undefined
  const none = { token, payload: { salt, body: undefined } }
  if (!isBound && token) return none
  // A body that cannot be parsed holds no token; what else is wrong with it is for the handler to say.
  try {
    return (await findInBody(req, isBound, token, salt)) ?? none
  } catch {
    return none
  }
}

function refuse(c: HonoContext, outcome: GuardOutcome): Response {
  return c.body(JSON.stringify(refusal(outcome)), refusedStatus(outcome), { 'Content-Type': PROBLEM_TYPE })
}
