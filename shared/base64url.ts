import { err, ok, type Result } from './result.js'

/** In browsers, workers and Node alike. */
declare function btoa(text: string): string
declare class TextEncoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly written: number }
}

/** RFC 4648 §5: the letter of each sextet. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding (RFC 4648 §5, as in RFC 7515). @param bytes each 0 to 255 */
export function encodeBase64url(bytes: Iterable<number>): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}

/** The sextet of each letter's code; −1 for what is no letter of the alphabet. Pure: a script that only encodes leaves it out. */
const SEXTETS = /* @__PURE__ */ Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

/** The letter of six zero bits. */
const ZERO = 65
/** Letters that are read at once, in fours: from an array they are read twice as fast as from a text that is part of another. */
const AT_ONCE = 4096
const letters = /* @__PURE__ */ new Uint8Array(AT_ONCE + 3)
/** Made when it is needed first: scripts that only encode may run where there is none. */
let encoder: TextEncoder | undefined

/** @returns −1 for what is no letter */
const sextetAt = (i: number): number => SEXTETS[letters[i]!]!

/** Strict: refuses padding, other alphabets, impossible lengths and non-zero trailing bits, so that one value has one encoding. */
export function decodeBase64url(text: string): Result<Uint8Array, 'not-base64url'> {
  const rest = text.length % 4
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let word = 0
  for (let start = 0, length = 0; start < text.length; start += AT_ONCE) {
    encoder ??= new TextEncoder()
    const { written } = encoder.encodeInto(text.slice(start, start + AT_ONCE), letters)
    // As if zero bits followed the end.
    for (let i = written; i < written + 3; i++) letters[i] = ZERO
    for (let i = 0; i < written; i += 4) {
      word = (sextetAt(i) << 18) | (sextetAt(i + 1) << 12) | (sextetAt(i + 2) << 6) | sextetAt(i + 3)
      // One that is no letter makes all of it negative.
      if (word < 0) return err('not-base64url')
      bytes[length++] = word >> 16
      bytes[length++] = word >> 8
      bytes[length++] = word
    }
  }
  // What stands behind the end of an array is not written; in a text, it must have been zero.
  if (rest === 1 || (rest && word << (8 * rest))) return err('not-base64url')
  return ok(bytes)
}
