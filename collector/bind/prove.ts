import { encodeBase64url } from '../../shared/base64url.js'
import { type PublicJwk, thumbprintOf } from '../device-key/device-key.js'
import { serverTime } from '../environment/attesting-environment.js'
import type { VouchsafeBind } from './bind.js'
import { digestOf } from './digest-of.js'

/** Unguessable, and never the same twice (RFC 9449 §4.2: at least 96 bits). */
const JTI_BYTES = 16

/** What is read of a proof's header and of a verdict's claims. */
interface Part {
  readonly jwk?: PublicJwk
  readonly cnf?: { readonly jkt: string }
}

/** One part of a compact JWS that we have made, or been given by our server. */
function partOf(jws: string, index: number): Part {
  const text = atob(jws.split('.')[index]!.replace(/-/g, '+').replace(/_/g, '/'))
  return JSON.parse(text)
}

/** RFC 9449 §4.2. */
export const prove: VouchsafeBind['prove'] = async ({ method = 'GET', url, token: given, nonce }, last, sign, proved) => {
  const token = given ?? last?.token
  if (!token) return undefined
  const { origin, pathname } = new URL(url, document.baseURI)
  const proof = await sign({
    jti: encodeBase64url(crypto.getRandomValues(new Uint8Array(JTI_BYTES))),
    htm: method.toUpperCase(),
    htu: origin + pathname,
    iat: serverTime(proved!),
    ath: await digestOf(new TextEncoder().encode(token)),
    ...(nonce && { nonce }),
  })
  if (!proof) return undefined
  // Where nothing may be stored, a worker that was begun anew has a key of its own: a proof by that would be refused, and say nothing of why.
  return (await thumbprintOf(partOf(proof, 0).jwk!)) === partOf(token, 1).cnf?.jkt ? proof : undefined
}
