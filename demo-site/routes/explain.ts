import { Hono } from 'hono'
import { createVerifier } from 'vouchsafe/verify'
import { createAskWhy } from '../ask-why.js'
import type { DemoDeps } from '../demo-deps.js'
import type { DemoEnv } from '../demo-env.js'
import { isLoopbackOrigin } from '../is-loopback-origin.js'

/**
 * For the tour's second step: verifies the token offline, as any post is verified, and then asks the attest-server why it decided so. A real
 * site would show this to its own staff, never to a visitor.
 */
export function explain({ config, keys, fetch, now }: DemoDeps): Hono<DemoEnv> {
  const { attestUrl, siteKey, secretKey } = config
  const askWhy = createAskWhy({ config, fetch })
  const verifier = createVerifier({
    ...keys,
    issuer: attestUrl,
    audience: siteKey,
    origin: isLoopbackOrigin,
    minAssurance: 'noscript',
    allowTest: siteKey.startsWith('pk_test_'),
    fetch,
    now,
  })

  return new Hono<DemoEnv>().post('/', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined
    const started = performance.now()
    const result = await verifier.verify(token)
    const took = performance.now() - started
    if (!result.ok) return c.json({ error: result.error }, 403)
    const explanation = (await askWhy(result.verdict.jti)) ?? null
    return c.json({ verdict: result.verdict, took, asked: secretKey !== undefined, explanation })
  })
}
