import { encodeBase64url } from '../../shared/base64url.js'
import { PAGE_ACTION, SITE_KEY } from '../../shared/wire/names.js'

/** @returns that many unpredictable bytes. */
export type Random = (length: number) => Uint8Array

const ID = /^[A-Za-z0-9_-]{22}$/
const SESSION = /^sess_[A-Za-z0-9_-]{22}$/

/** 128 random bits: 22 characters of base64url. */
export const makeId = (random: Random): string => encodeBase64url(random(16))
export const makeSiteKey = (random: Random): string => `pk_${makeId(random)}`
export const makeSession = (random: Random): string => `sess_${makeId(random)}`

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)
export const isSession = (value: unknown): value is string => typeof value === 'string' && SESSION.test(value)
export const isSiteKey = (value: unknown): value is string => typeof value === 'string' && SITE_KEY.test(value)
export const isPageAction = (value: unknown): value is string => typeof value === 'string' && PAGE_ACTION.test(value)

/** Crockford's base 32 without its look-alikes: people read references out on the telephone. */
const LEGIBLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE = /^([0-9A-HJKMNP-TV-Z]{5})[ -]?([0-9A-HJKMNP-TV-Z]{5})$/

/** A verdict's name for people: 50 random bits as `7K3VM-Q2XR9`. */
export function makeReference(random: Random): string {
  const letters = Array.from(random(10), (byte) => LEGIBLE[byte & 31])
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** A reference as somebody heard and typed it: in either case, with O for 0, I and L for 1. @returns undefined for what is none. */
export function parseReference(text: string): string | undefined {
  const heard = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  const [, first, last] = REFERENCE.exec(heard) ?? []
  return first === undefined ? undefined : `${first}-${last}`
}

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => (byte + 0x100).toString(16).slice(1))

/** A random UUID: RFC 9562 §5.4. */
export function makeUuid(random: Random): string {
  const bytes = random(16)
  let text = ''
  for (let i = 0; i < 16; i++) {
    let byte = bytes[i]!
    if (i === 6) byte = (byte & 0x0f) | 0x40
    else if (i === 8) byte = (byte & 0x3f) | 0x80
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
    text += hex[byte]!
  }
  return text
}
