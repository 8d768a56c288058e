import type { Context } from 'hono'
import type { AppEnv } from './env.js'

/** Whether the client says that it has this already (RFC 9110 §13.1.2). @param tag a weak one, as it stands in `ETag` */
export function hasTag(c: Context<AppEnv>, tag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim())
  return known.includes(tag) || known.includes('*')
}
