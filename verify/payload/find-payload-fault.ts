import { base64url } from 'jose'
import { TOKEN_FIELD } from '../../shared/wire/names.js'
import { formPayload, SALT, SALT_FIELD } from '../../shared/wire/payload.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import type { VerifyErrorCode } from '../verify-error.js'
import type { PresentedPayload } from './options.js'

type Field = readonly [name: string, value: unknown]
const encoder = new TextEncoder()

/** What parsers make of an uploaded file, which is not bound. */
const isFile = (value: unknown): boolean => value instanceof Blob || ArrayBuffer.isView(value)

/** No form makes numbers, objects or empty lists. Left out like files, they could be added to what was bound. */
const isField = (entry: unknown): entry is Field =>
  Array.isArray(entry) && typeof entry[0] === 'string' && (typeof entry[1] === 'string' || isFile(entry[1]))

/** A list is of one name that came several times. */
const entriesOf = (body: object): Field[] =>
  Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) && value.length > 0 ? value : [value]).map((one: unknown) => [name, one] as const),
  )

/** @returns undefined for what is no form. Streams, blobs and promises have no entries, and yet are not empty. */
function fieldsOf(body: unknown): readonly Field[] | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const isPlain = Object.prototype.toString.call(body) === '[object Object]'
  const entries = Symbol.iterator in body ? [...(body as Iterable<unknown>)] : isPlain ? entriesOf(body) : [undefined]
  return entries.every(isField) ? entries : undefined
}

/** @returns undefined for what is no body. That is not the empty one: it may only not have been read. */
function bytesOf({ body, field = TOKEN_FIELD }: PresentedPayload): Uint8Array | undefined {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  if (typeof body === 'string') return encoder.encode(body)
  const fields = fieldsOf(body)
  return fields && encoder.encode(formPayload(fields, [field, SALT_FIELD]))
}

async function digestOf(salt: string, bytes: Uint8Array): Promise<string> {
  const all = new Uint8Array(salt.length + bytes.length)
  all.set(encoder.encode(salt))
  all.set(bytes, salt.length)
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', all)))
}

/** Whether a verdict was made for what came with it. Never rejects. @param given `true` where the caller has nothing to show */
export async function findPayloadFault(
  { payload }: VerdictClaims,
  given: true | PresentedPayload,
): Promise<Extract<VerifyErrorCode, `payload-${string}`> | undefined> {
  const salt = given === true ? undefined : given.salt
  if (given === true || payload === undefined || salt === undefined || salt === null || salt === '') return 'payload-missing'
  const bytes = bytesOf(given)
  if (typeof salt !== 'string' || !SALT.test(salt) || !bytes) return 'payload-mismatch'
  // Nothing to be guessed by the clock: whoever asks has sent all that the digest is of, and reads the claim in the token.
  return (await digestOf(salt, bytes)) === payload ? undefined : 'payload-mismatch'
}
