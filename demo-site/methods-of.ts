import type { Hono } from 'hono'
import type { DemoEnv } from './demo-env.js'

/** The methods that an address answers to, as `Allow` names them (RFC 9110, 10.2.1); none where there is nothing. */
export function methodsOf(app: Hono<DemoEnv>, path: string): readonly string[] {
  const methods = new Set(app.routes.filter((route) => route.path === path && route.method !== 'ALL').map(({ method }) => method))
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}
