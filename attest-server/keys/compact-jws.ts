import { createHmac, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto'
import { decodeBase64url } from '../../shared/base64url.js'

/** A header that says all that ours ever say. */
export interface JwsHeader {
  readonly alg: 'HS256' | 'ES256' | 'EdDSA'
  readonly typ: string
  readonly kid: string
}

interface Algorithm {
  sign(input: Buffer, key: KeyObject): Buffer
  verify(input: Buffer, key: KeyObject, signature: Uint8Array): boolean
}

const { navigator } = globalThis as { readonly navigator?: { readonly userAgent?: string } }
/** Cloudflare's workerd has `node:crypto`, but takes no `KeyObject` where an encoding stands beside it. */
const isWorkerd = navigator?.userAgent === 'Cloudflare-Workers'

/** RFC 7518 §3.4: r and s one after the other, not DER. */
function ecdsa(key: KeyObject) {
  const dsaEncoding = 'ieee-p1363' as const
  return isWorkerd ? { key: key.export({ format: 'jwk' }), format: 'jwk' as const, dsaEncoding } : { key, dsaEncoding }
}
const hmac = (input: Buffer, key: KeyObject): Buffer => createHmac('sha256', key).update(input).digest()

/**
 * In this thread: WebCrypto does each of these in another, and what it takes to hand over 20 µs of work is more than the work. See decision 50.
 */
const algorithms: Readonly<Record<JwsHeader['alg'], Algorithm>> = {
  HS256: {
    sign: hmac,
    verify(input, key, signature) {
      const expected = hmac(input, key)
      return expected.length === signature.length && timingSafeEqual(expected, signature)
    },
  },
  ES256: {
    sign: (input, key) => sign('sha256', input, ecdsa(key)),
    verify: (input, key, signature) => verify('sha256', input, ecdsa(key), signature),
  },
  EdDSA: {
    sign: (input, key) => sign(null, input, key),
    verify: (input, key, signature) => verify(null, input, key, signature),
  },
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS (RFC 7515 §7.1). */
export function signJws(header: JwsHeader, claims: object, key: KeyObject): string {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${algorithms[header.alg].sign(Buffer.from(input), key).toString('base64url')}`
}

/**
 * Whether a key signed a compact JWS; each of its parts has one spelling. Looks at no header: the caller has, and says which algorithm it is.
 * @returns the payload's bytes; undefined where it is not so
 */
export function openJws(token: string, alg: JwsHeader['alg'], key: KeyObject): Uint8Array | undefined {
  const parts = token.split('.')
  const [header, payload, signature] = parts.map((part) => decodeBase64url(part))
  if (parts.length !== 3 || !header?.ok || !payload?.ok || !signature?.ok) return undefined
  const input = Buffer.from(token.slice(0, token.lastIndexOf('.')))
  return algorithms[alg].verify(input, key, signature.value) ? payload.value : undefined
}
