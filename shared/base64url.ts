import { err, ok, type Result } from './result.js'

/** In browsers, workers and Node alike. */
declare function btoa(text: string): string
declare class TextEncoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly written: number }
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: true })
  decode(bytes: Uint8Array): string
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
/** Made when they are needed first: scripts that only encode may run where there is none. */
let encoder: TextEncoder | undefined
let decoder: TextDecoder | undefined

/** @returns −1 for what is no letter */
const sextetAt = (i: number): number => SEXTETS[letters[i]!]!

/**
 * Decodes as many letters as are read at once, or what is left of them.
 * @param bytes may be the letters themselves: four have been read before three are written
 * @param at where to begin to write. What stands behind the end of an array is not written
 * @returns the last four letters' bits; negative where one is no letter
 */
function decodeSome(text: string, bytes: Uint8Array, at: number): number {
  encoder ??= new TextEncoder()
  const { written } = encoder.encodeInto(text, letters)
  // As if zero bits followed the end.
  for (let i = written; i < written + 3; i++) letters[i] = ZERO
  let word = 0
  for (let i = 0; i < written && word >= 0; i += 4) {
    word = (sextetAt(i) << 18) | (sextetAt(i + 1) << 12) | (sextetAt(i + 2) << 6) | sextetAt(i + 3)
    bytes[at++] = word >> 16
    bytes[at++] = word >> 8
    bytes[at++] = word
  }
  return word
}

const byteLengthOf = (text: string): number => (text.length * 3) >> 2

/** Whether a text can end so: one letter alone is none, and what is left of the bits must be zero. */
function isEnd(text: string, word: number): boolean {
  const rest = text.length % 4
  return word >= 0 && rest !== 1 && (rest === 0 || word << (8 * rest) === 0)
}

/** Strict: refuses padding, other alphabets, impossible lengths and non-zero trailing bits, so that one value has one encoding. */
export function decodeBase64url(text: string): Result<Uint8Array, 'not-base64url'> {
  const bytes = new Uint8Array(byteLengthOf(text))
  let word = 0
  for (let start = 0; start < text.length && word >= 0; start += AT_ONCE)
    word = decodeSome(text.slice(start, start + AT_ONCE), bytes, (start * 3) / 4)
  return isEnd(text, word) ? ok(bytes) : err('not-base64url')
}

/** Bytes that are good until the next are decoded: to make an array takes longer than to fill it. */
function decodeInPlace(text: string): Result<Uint8Array, 'not-base64url'> {
  if (text.length > AT_ONCE) return decodeBase64url(text)
  return isEnd(text, decodeSome(text, letters, 0)) ? ok(letters.subarray(0, byteLengthOf(text))) : err('not-base64url')
}

/** What was encoded as UTF-8 and base64url; as strict. */
export function decodeBase64urlText(text: string): Result<string, 'not-base64url' | 'not-utf8'> {
  const bytes = decodeInPlace(text)
  if (!bytes.ok) return bytes
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  try {
    return ok(decoder.decode(bytes.value))
  } catch {
    return err('not-utf8')
  }
}
