import { rememberOnce } from 'vouchsafe/verify'

const { SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS = `${VOUCHSAFE_URL}/.well-known/jwks.json` } = process.env

export const settings = {
  jwksUrl: VOUCHSAFE_JWKS,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  // More than one: where this runs, and where it is tried.
  origin: SITE_ORIGIN.split(' '),
  action: 'sign-up',
  onceOnly: rememberOnce(),
}
