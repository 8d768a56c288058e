import express from 'express'
import { rememberOnce } from 'vouchsafe/verify'
import { vouchsafe } from 'vouchsafe/verify/express'

const { PORT, SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS = `${VOUCHSAFE_URL}/.well-known/jwks.json` } = process.env

const human = vouchsafe({
  jwksUrl: VOUCHSAFE_JWKS,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  origin: SITE_ORIGIN,
  action: 'sign-up',
  onceOnly: rememberOnce(),
})

const app = express()
app.post('/sign-up', express.urlencoded({ extended: false }), human, (request, response) => {
  response.json({ welcome: request.body.email, score: request.vouchsafe.verdict.score })
})
app.listen(PORT, '127.0.0.1')
