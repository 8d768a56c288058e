import { decodeBase64url, encodeBase64url } from '../../../../shared/base64url.js'
import { err, type Result } from '../../../../shared/result.js'

/** RFC 4648 §4. Padding may be missing (RFC 9651 §4.2.7); where there is any, it is whole. Bits that encode nothing are zero. */
export function decodeBase64(text: string): Result<Uint8Array, 'not-base64url'> {
  const bare = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text
  if (bare.length !== text.length && text.length % 4 !== 0) return err('not-base64url')
  if (bare.includes('-') || bare.includes('_')) return err('not-base64url')
  return decodeBase64url(bare.replaceAll('+', '-').replaceAll('/', '_'))
}

export function encodeBase64(bytes: Uint8Array): string {
  const bare = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')
}
