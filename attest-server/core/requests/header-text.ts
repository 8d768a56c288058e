import { err, ok, type Result } from '../../../shared/result.js'
import { type FieldFault, LONGEST_VALUE } from './request-fields.js'

/** A field name of RFC 9110 §5.1, of a length that somebody uses. */
export const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/

/** No header can hold them (RFC 9110 §5.5), and logs would be written with them. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true
  }
  return false
}

/** Their values are secrets of people: that they were there is all that is kept. */
const SECRET: ReadonlySet<string> = new Set(['cookie', 'set-cookie', 'authorization', 'proxy-authorization', 'x-api-key', 'x-csrf-token'])

/** Fields in which clients send numbers for what a header writes as one. */
const MAY_BE_NUMBER = /^(?:dnt|upgrade_insecure_requests|extra_headers.*)$/

/**
 * A header's value as it was described.
 * @param field as the caller knows it, for the fault
 * @returns undefined for null or absent: not told; '' for a header that was told to be missing
 */
export function headerText(value: unknown, field: string, header: string): Result<string | undefined, FieldFault> {
  if (value === undefined || value === null) return ok(undefined)
  const text = (typeof value === 'number' || typeof value === 'boolean') && MAY_BE_NUMBER.test(field) ? String(value) : value
  if (typeof text !== 'string') return err({ field, message: 'must be a string' })
  if (text.length > LONGEST_VALUE) return err({ field, message: `must have at most ${LONGEST_VALUE} characters` })
  if (hasControls(text)) return err({ field, message: 'must not hold control characters' })
  const trimmed = text.trim()
  return ok(SECRET.has(header) && trimmed !== '' ? '(told)' : trimmed)
}
