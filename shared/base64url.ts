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

/** @returns the number of a letter of the alphabet; −1 for every other one */
function sextetOf(code: number): number {
  if (code > 96) return code < 123 ? code - 71 : -1
  if (code > 64) return code < 91 ? code - 65 : code === 95 ? 63 : -1
  if (code > 47) return code < 58 ? code + 4 : -1
  return code === 45 ? 62 : -1
}

/** Strict: refuses padding, other alphabets, impossible lengths and non-zero trailing bits, so that one value has one encoding. */
export function decodeBase64url(text: string): Result<Uint8Array, 'not-base64url'> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let word = 0
  let bits = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const sextet = sextetOf(text.charCodeAt(i))
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
