import { err, ok, type Result } from '../../../shared/result.js'
import { parseJson } from '../parse-json.js'
import { HEADER_NAME, headerText } from './header-text.js'
import { type FieldFault, MOST_HEADERS } from './request-fields.js'

const FIELD = 'extra_headers'
/** As text, in a query: all that `MOST_HEADERS` would take is more than any query. */
const LONGEST_TEXT = 32_768

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** In a query the object comes as a string of JSON. */
function objectOf(value: unknown): Result<Readonly<Record<string, unknown>>, FieldFault> {
  if (value === undefined || value === null || value === '') return ok({})
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    return err({ field: FIELD, message: `must have at most ${LONGEST_TEXT} characters` })
  const parsed = typeof value === 'string' ? parseJson(value) : ok(value)
  if (!parsed.ok || !isObject(parsed.value)) return err({ field: FIELD, message: 'must be a JSON object of header names and values' })
  return ok(parsed.value)
}

/**
 * Any other headers, by lower-case name; '' for one that was told to be missing.
 * @param value an object, or one as JSON
 */
export function parseExtraHeaders(value: unknown): Result<ReadonlyMap<string, string>, readonly FieldFault[]> {
  const object = objectOf(value)
  if (!object.ok) return err([object.error])
  const entries = Object.entries(object.value)
  if (entries.length > MOST_HEADERS) return err([{ field: FIELD, message: `must have at most ${MOST_HEADERS} headers` }])
  const headers = new Map<string, string>()
  const faults: FieldFault[] = []
  for (const [given, one] of entries) {
    const name = given.trim().toLowerCase()
    const field = `${FIELD}.${given.slice(0, 64)}`
    if (!HEADER_NAME.test(name)) {
      faults.push({ field: FIELD, message: 'has a key that is no header name' })
      continue
    }
    const text = headerText(one, field, name)
    if (!text.ok) faults.push(text.error)
    else if (text.value !== undefined) headers.set(name, text.value)
  }
  return faults.length > 0 ? err(faults) : ok(headers)
}
