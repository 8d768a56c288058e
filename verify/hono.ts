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
  const { onRefused = refuse, token = findToken } = options

  return async function vouchsafeMiddleware(c, next) {
    const outcome = await guard(await token(c), { method: c.req.method, url: c.req.url, dpop: c.req.header(DPOP_HEADER) })
    c.set('vouchsafe', outcome)
    if (!outcome.passed) return withOutcome(await onRefused(c, outcome), outcome)
    await next()
    for (const [name, value] of Object.entries(outcomeHeaders(outcome))) c.header(name, value)
    return undefined
  }
}

async function findToken({ req }: HonoContext): Promise<unknown> {
  const header = req.header(TOKEN_HEADER)
  if (header) return header
  const type = req.header('content-type') ?? ''
  // A body that cannot be parsed holds no token; what else is wrong with it is for the handler to say.
  try {
    if (/^application\/json\b/i.test(type)) return tokenIn(await req.json(), header)
    if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return tokenIn(await req.parseBody(), header)
  } catch {}
  return undefined
}

function refuse(c: HonoContext, outcome: GuardOutcome): Response {
  return c.body(JSON.stringify(refusal(outcome)), refusedStatus(outcome), { 'Content-Type': PROBLEM_TYPE })
}
