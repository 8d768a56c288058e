import { err, ok, type Result } from './result.js'

/** In browsers, workers and Node alike. */
declare function btoa(text: string): string

/** RFC 4648 §5: the letter of each sextet. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding (RFC 4648 §5, as in RFC 7515). @param bytes each 0 to 255 */
export function encodeBase64url(bytes: Iterable<number>): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
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
