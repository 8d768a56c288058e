import { SALT_FIELD } from '../../shared/wire/payload.js'
import type { PresentedPayload } from './options.js'

/** The name of the request header that carries a payload's salt, instead of the form field of that name. */
export const SALT_HEADER = SALT_FIELD

/** Whether a body of this `Content-Type` has fields. */
export const isForm = (type: unknown): boolean => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(String(type))

/** The same of JSON. */
export const isJson = (type: unknown): boolean => /^application\/json\b/i.test(String(type))

/**
 * What came with a verdict, where a body parser was at work before. Where the salt came in the header, the page has bound the body as it is, and `{}` would be
 * what Express 4 leaves where nobody has read it. In the body, the salt is a form's: what else can be parsed says more than fields do.
 * @param parsed by the body parser
 * @param bound what the caller says was bound
 */
export function payloadIn(headers: Readonly<Record<string, unknown>>, parsed: unknown, bound: unknown): PresentedPayload {
  const salt = headers[SALT_HEADER]
  if (salt)
    return { salt, body: typeof bound === 'string' || ArrayBuffer.isView(bound) || bound instanceof ArrayBuffer ? bound : undefined }
  const hasFields = isForm(headers['content-type']) && typeof parsed === 'object' && parsed !== null
  return { salt: hasFields ? (parsed as Readonly<Record<string, unknown>>)[SALT_FIELD] : undefined, body: bound }
}
