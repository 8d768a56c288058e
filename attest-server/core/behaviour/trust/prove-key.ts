import { calculateJwkThumbprint, compactVerify, EmbeddedJWK, type JWK } from 'jose'
import { decodeBase64url } from '../../../../shared/base64url.js'
import { err, ok, type Result } from '../../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import { DPOP_TYPE } from '../../../../shared/wire/dpop.js'
import type { ReplayGuard } from '../../../stores/ports.js'
import { parseJson } from '../../parse-json.js'
import { isFields } from '../events/fields.js'

/** A proof that is older was made for another request; clocks may be wrong by {@link SKEW}. */
const OLDEST: Seconds = 120
const SKEW: Seconds = 30
const LONGEST = 4096
const JTI = /^[\x21-\x7e]{8,128}$/

export interface ProvenRequest {
  readonly method: string
  /** Without query and fragment. */
  readonly url: string
  readonly now: EpochSeconds
}

interface Proof {
  readonly jti: string
  readonly iat: EpochSeconds
  readonly jkt: string
}

/** Whether the claims are for this request, and of these minutes. */
function isFor(claims: unknown, { method, url, now }: ProvenRequest): claims is Pick<Proof, 'jti' | 'iat'> {
  if (!isFields(claims)) return false
  const { htm, htu, iat, jti } = claims
  if (htm !== method || htu !== url || typeof jti !== 'string' || !JTI.test(jti)) return false
  return typeof iat === 'number' && iat <= now + SKEW && iat >= now - OLDEST - SKEW
}

/** In the one spelling of its bytes: jose takes others, and RFC 7638 hashes the letters, so that one key would have many names. */
const hasOneSpelling = ({ x, y }: JWK): boolean => [x, y].every((text) => text === undefined || decodeBase64url(text).ok)

async function readProof(proof: string, request: ProvenRequest): Promise<Proof | undefined> {
  // EmbeddedJWK takes public keys alone.
  const verified = await compactVerify(proof, EmbeddedJWK, { algorithms: ['ES256', 'EdDSA', 'Ed25519'] }).catch(() => undefined)
  const { typ, jwk } = verified?.protectedHeader ?? {}
  if (!verified || typ !== DPOP_TYPE || !jwk || !hasOneSpelling(jwk)) return undefined
  const claims = parseJson(new TextDecoder().decode(verified.payload))
  if (!claims.ok || !isFor(claims.value, request)) return undefined
  const { jti, iat } = claims.value
  return { jti, iat, jkt: await calculateJwkThumbprint(jwk) }
}

/**
 * RFC 9449 §4.3, without an access token: whoever sends the proof has the key that it names, for this request and once.
 * @returns the key's RFC 7638 thumbprint
 */
export async function proveKey(text: string, request: ProvenRequest, replays: ReplayGuard): Promise<Result<string, 'invalid'>> {
  const proof = text.length > LONGEST ? undefined : await readProof(text, request)
  if (!proof) return err('invalid')
  const until = request.now + OLDEST + 2 * SKEW
  const isFirst = await replays.claimOnce(`dpop:${proof.jkt}:${proof.jti}`, proof.iat - SKEW, until)
  return isFirst ? ok(proof.jkt) : err('invalid')
}
