import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { rememberOnce } from 'vouchsafe/verify'
import { vouchsafe } from 'vouchsafe/verify/hono'

const { PORT, SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS = `${VOUCHSAFE_URL}/.well-known/jwks.json` } = process.env

const human = vouchsafe({
  jwksUrl: VOUCHSAFE_JWKS,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  origin: SITE_ORIGIN,
  action: 'sign-up',
  onceOnly: rememberOnce(),
})

const app = new Hono()
app.post('/sign-up', human, async (c) => {
  const { email } = await c.req.parseBody()
  return c.json({ welcome: email, score: c.get('vouchsafe').verdict.score })
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(PORT) })
