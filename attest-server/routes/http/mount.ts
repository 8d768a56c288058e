import type { Context, Hono } from 'hono'
import { preflight } from './cors.js'
import type { AppEnv } from './env.js'
import { problemResponse } from './problem-response.js'

export type Handle = (c: Context<AppEnv>) => Response | Promise<Response>

/** One address and what it answers. */
export interface Endpoint {
  readonly path: string
  readonly GET?: Handle
  readonly POST?: Handle
  /** Scripts of other origins may call it with more than a simple request. */
  readonly preflight?: true
}

function otherwise(c: Context<AppEnv>, methods: readonly string[], hasPreflight: boolean): Response {
  if (c.req.method === 'OPTIONS' && hasPreflight) return preflight(c, methods)
  return problemResponse('method-not-allowed', undefined, { Allow: [...methods, ...(hasPreflight ? ['OPTIONS'] : [])].join(', ') })
}

/** Registers endpoints; every method that one does not know gets 405 with `Allow`. */
export function mount(app: Hono<AppEnv>, endpoints: readonly Endpoint[]): void {
  for (const { path, GET, POST, ...options } of endpoints) {
    const hasPreflight = options.preflight === true
    // Hono answers HEAD with GET.
    const methods = [...(GET ? ['GET', 'HEAD'] : []), ...(POST ? ['POST'] : [])]
    app.all(path, (c) => {
      c.set('route', path)
      const { method } = c.req
      if (GET && (method === 'GET' || method === 'HEAD')) return GET(c)
      if (POST && method === 'POST') return POST(c)
      return otherwise(c, methods, hasPreflight)
    })
  }
}
