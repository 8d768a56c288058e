import { decodeBase64 } from './base64.js'
import type { Cursor } from './cursor.js'
import type { BareItem } from './structured-field.js'

const isDigit = (c: string): boolean => c >= '0' && c <= '9'
const isLower = (c: string): boolean => c >= 'a' && c <= 'z'
const isAlpha = (c: string): boolean => isLower(c) || (c >= 'A' && c <= 'Z')
const isTokenPart = (c: string): boolean => isAlpha(c) || isDigit(c) || ":/!#$%&'*+-.^_`|~".includes(c)
const isKeyPart = (c: string): boolean => isLower(c) || isDigit(c) || '_-.*'.includes(c)
const isHex = (c: string): boolean => isDigit(c) || (c >= 'a' && c <= 'f')

const nothing: BareItem = { kind: 'boolean', value: false }

function failed(cursor: Cursor): BareItem {
  cursor.fail()
  return nothing
}

/** RFC 9651 §4.2.3.3: `key = ( lcalpha / "*" ) *( lcalpha / DIGIT / "_" / "-" / "." / "*" )` */
export function parseKey(cursor: Cursor): string {
  const first = cursor.peek()
  if (!isLower(first) && first !== '*') cursor.fail()
  return cursor.takeWhile(isKeyPart)
}

/** RFC 9651 §4.2.4: at most 15 digits, or 12 and 3 behind the point. */
function parseNumber(cursor: Cursor): BareItem {
  const sign = cursor.take('-') ? -1 : 1
  const whole = cursor.takeWhile(isDigit)
  if (whole === '') return failed(cursor)
  if (!cursor.take('.')) return whole.length > 15 ? failed(cursor) : { kind: 'integer', value: signed(sign, Number(whole)) }
  const rest = cursor.takeWhile(isDigit)
  if (whole.length > 12 || rest === '' || rest.length > 3) return failed(cursor)
  return { kind: 'decimal', value: signed(sign, Number(`${whole}.${rest}`)) }
}

/** There is one zero. */
const signed = (sign: number, value: number): number => (value === 0 ? 0 : sign * value)

/** RFC 9651 §4.2.5: printable ASCII; only `"` and `\` are escaped. */
function parseString(cursor: Cursor): BareItem {
  cursor.expect('"')
  let value = ''
  while (!cursor.atEnd) {
    const c = cursor.next()
    if (c === '"') return { kind: 'string', value }
    if (c === '\\') {
      const escaped = cursor.next()
      if (escaped !== '"' && escaped !== '\\') return failed(cursor)
      value += escaped
    } else if (c < ' ' || c > '~') return failed(cursor)
    else value += c
  }
  return failed(cursor)
}

/** RFC 9651 §4.2.7, but for bits that encode nothing: one value has one text. */
function parseBytes(cursor: Cursor): BareItem {
  cursor.expect(':')
  const text = cursor.takeWhile((c) => c !== ':')
  cursor.expect(':')
  const bytes = decodeBase64(text)
  return bytes.ok ? { kind: 'bytes', value: bytes.value } : failed(cursor)
}

function parseBoolean(cursor: Cursor): BareItem {
  cursor.expect('?')
  const c = cursor.next()
  return c === '0' || c === '1' ? { kind: 'boolean', value: c === '1' } : failed(cursor)
}

/** RFC 9651 §4.2.9: seconds since 1970. */
function parseDate(cursor: Cursor): BareItem {
  cursor.expect('@')
  const number = parseNumber(cursor)
  return number.kind === 'integer' ? { kind: 'date', value: number.value } : failed(cursor)
}

/** RFC 9651 §4.2.10: UTF-8, of which all but plain ASCII is written `%xx` with small letters. */
function parseDisplay(cursor: Cursor): BareItem {
  cursor.expect('%')
  cursor.expect('"')
  const bytes: number[] = []
  while (!cursor.atEnd) {
    const c = cursor.next()
    if (c === '"') return decodeDisplay(bytes, cursor)
    if (c < ' ' || c > '~') return failed(cursor)
    if (c !== '%') bytes.push(c.charCodeAt(0))
    else {
      const [high, low] = [cursor.next(), cursor.next()]
      if (!isHex(high) || !isHex(low)) return failed(cursor)
      bytes.push(Number.parseInt(high + low, 16))
    }
  }
  return failed(cursor)
}

function decodeDisplay(bytes: readonly number[], cursor: Cursor): BareItem {
  try {
    const value = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
    return { kind: 'display', value }
  } catch {
    return failed(cursor)
  }
}

/** RFC 9651 §4.2.3.1: the first character says what it is. */
export function parseBareItem(cursor: Cursor): BareItem {
  const c = cursor.peek()
  if (c === '-' || isDigit(c)) return parseNumber(cursor)
  if (c === '"') return parseString(cursor)
  if (c === ':') return parseBytes(cursor)
  if (c === '?') return parseBoolean(cursor)
  if (c === '@') return parseDate(cursor)
  if (c === '%') return parseDisplay(cursor)
  if (c !== '' && (isAlpha(c) || c === '*')) return { kind: 'token', value: cursor.takeWhile(isTokenPart) }
  return failed(cursor)
}
