// What nginx asks: 204 lets a request pass, 403 refuses it. Anything else, no answer among it, is a 500 to the visitor: it fails closed.
import { createServer } from 'node:http'
import { createVerifier, rememberOnce } from 'vouchsafe/verify'

const { PORT, SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS = `${VOUCHSAFE_URL}/.well-known/jwks.json` } = process.env

const verifier = createVerifier({
  jwksUrl: VOUCHSAFE_JWKS,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  origin: SITE_ORIGIN,
  action: 'sign-up',
  onceOnly: rememberOnce(),
})

createServer(async (request, response) => {
  const result = await verifier.verify(request.headers['vouchsafe-token'])
  const reason = result.ok ? result.verdict.action : result.error.code
  response.setHeader('Vouchsafe-Reason', reason)
  if (result.ok) response.setHeader('Vouchsafe-Score', result.verdict.score)
  response.writeHead(reason === 'allow' ? 204 : 403).end()
}).listen(Number(PORT), '127.0.0.1')
