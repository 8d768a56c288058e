import { err, ok, type Result } from './result.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding (RFC 4648 §5, as in RFC 7515). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let sextet = 0; sextet <= Math.min(left, 3); sextet++) text += ALPHABET[(word >>> (18 - 6 * sextet)) & 63]
  }
  return text
}

/** Strict: refuses padding, other alphabets, impossible lengths and non-zero trailing bits, so that one value has one encoding. */
export function decodeBase64url(text: string): Result<Uint8Array, 'not-base64url'> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let word = 0
  let bits = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const sextet = ALPHABET.indexOf(text[i]!)
    if (sextet < 0) return err('not-base64url')
    word = ((word << 6) | sextet) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (word >>> bits) & 0xff
    }
  }
  if (bits >= 6 || (word & ((1 << bits) - 1)) !== 0) return err('not-base64url')
  return ok(bytes)
}
