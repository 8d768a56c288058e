import fastify from 'fastify'
import { rememberOnce } from 'vouchsafe/verify'
import { outcomeOf, vouchsafe } from 'vouchsafe/verify/fastify'

const { PORT, SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS = `${VOUCHSAFE_URL}/.well-known/jwks.json` } = process.env

const human = vouchsafe({
  jwksUrl: VOUCHSAFE_JWKS,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  origin: SITE_ORIGIN,
  action: 'sign-up',
  onceOnly: rememberOnce(),
})

const app = fastify()
// What @fastify/formbody does.
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_, body) =>
  Object.fromEntries(new URLSearchParams(body)),
)
app.post('/sign-up', { preHandler: human }, async (request) => {
  return { welcome: request.body.email, score: outcomeOf(request).verdict.score }
})
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
