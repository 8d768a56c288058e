import type { Context } from 'hono'
import type { AppEnv } from './env.js'
import type { Reply } from './operation.js'
import { securityDefaults } from './security-headers.js'

/**
 * The answer with all of its headers at once, as a plain object: adding them one by one to what is there costs as much as all the rest of a quick
 * answer, because each of them is checked, sorted and copied.
 * @param more headers, besides the reply's own.
 */
export function wholeResponse(
  c: Context<AppEnv>,
  { json, status = 200, headers }: Reply,
  more?: Readonly<Record<string, string>>,
): Response {
  c.set('isWhole', true)
  return new Response(JSON.stringify(json), {
    status,
    headers: { ...securityDefaults, 'Content-Type': 'application/json', 'X-Request-Id': c.get('requestId'), ...more, ...headers },
  })
}
