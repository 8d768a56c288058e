import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { VERDICT_TYPE, type VerdictClaims } from '../../shared/wire/verdict.js'
import type { VerifyOptions } from '../index.js'

export const NOW = 1_800_000_000
export const SITE_KEY = 'pk_0123456789abcdefghijkl'
export const ISSUER = 'https://attest.example'
export const ORIGIN = 'https://shop.example'

/** A verdict as the attest-server issues it. */
export const claims: VerdictClaims = {
  iss: ISSUER,
  aud: SITE_KEY,
  sub: 'sess_0123456789abcdefghijkl',
  jti: 'jti0123456789abcdefghi',
  reference: '7K3VM-Q2XR9',
  iat: NOW,
  exp: NOW + 120,
  eat_nonce: 'non0123456789abcdefghi',
  cnf: { jkt: 'thumbprint' },
  action: 'allow',
  score: 0.1,
  band: 'human',
  origin: ORIGIN,
  page_action: 'sign-up',
  assurance: 'signed',
  card: 'server-1',
}

/** Signs what it is told to, right or wrong. */
export interface Issuer {
  readonly kid: string
  readonly publicJwk: JWK
  readonly jwks: { keys: Record<string, unknown>[] }
  sign(payload?: object, header?: object): Promise<string>
}

export async function makeIssuer(alg: 'ES256' | 'EdDSA' = 'ES256', kid = 'key-1'): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }
  return {
    kid,
    publicJwk,
    jwks: { keys: [publicJwk] },
    sign: (payload = claims, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, kid, typ: VERDICT_TYPE, ...header })
        .sign(privateKey),
  }
}

/** Options under which `claims` is a good verdict. */
export const optionsFor = ({ jwks }: Issuer): VerifyOptions & { readonly jwks: Issuer['jwks'] } => ({
  jwks,
  issuer: ISSUER,
  audience: SITE_KEY,
  origin: ORIGIN,
  now: () => NOW,
})
