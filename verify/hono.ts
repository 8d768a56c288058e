import { TOKEN_FIELD } from '../shared/wire/names.js'
import { SALT_FIELD } from '../shared/wire/payload.js'
import {
  createGuard,
  DPOP_HEADER,
  type GuardOptions,
  type GuardOutcome,
  outcomeHeaders,
  PROBLEM_TYPE,
  refusal,
  refusedStatus,
  TOKEN_HEADER,
  tokenIn,
  withOutcome,
} from './guard.js'
import { isForm, isJson, SALT_HEADER } from './payload/in-request.js'
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
    parseBody(): Promise<unknown>
    formData(): Promise<{ get(name: string): unknown }>
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
  const { onRefused = refuse, token, payload, field = TOKEN_FIELD } = options

  return async function vouchsafeMiddleware(c, next) {
    const found = token && !payload ? undefined : await findOurs(c, field, payload === true)
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

/** What of ours is in a body. Where the salt came in the header, the page has bound the body as it is; where in a form, its fields. */
async function findInBody(req: HonoContext['req'], field: string, token?: string, salt?: string): Promise<Found> {
  if (salt) return { token, payload: { salt, body: await req.arrayBuffer() } }
  const type = req.header('content-type')
  if (isForm(type)) {
    // Reads the bytes first: from them handlers get whatever they ask for, from fields alone they would not.
    await req.parseBody()
    const fields = await req.formData()
    return { token: token || fields.get(field), payload: { salt: fields.get(SALT_FIELD), body: fields } }
  }
  return { token: tokenIn(isJson(type) ? await req.json() : undefined, token, field), payload: { salt, body: undefined } }
}

/** @param isBound whether the body matters, wherever the token is. */
async function findOurs({ req }: HonoContext, field: string, isBound: boolean): Promise<Found> {
  const token = req.header(TOKEN_HEADER)
  const salt = isBound ? req.header(SALT_HEADER) : undefined
  const none = { token, payload: { salt, body: undefined } }
  if (!isBound && token) return none
  // A body that cannot be parsed holds no token; what else is wrong with it is for the handler to say.
  try {
    return await findInBody(req, field, token, salt)
  } catch {
    return none
  }
}

function refuse(c: HonoContext, outcome: GuardOutcome): Response {
  return c.body(JSON.stringify(refusal(outcome)), refusedStatus(outcome), { 'Content-Type': PROBLEM_TYPE })
}
