import { base64url } from 'jose'
import { TOKEN_FIELD } from '../../shared/wire/names.js'
import { formPayload, SALT, SALT_FIELD } from '../../shared/wire/payload.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import type { VerifyErrorCode } from '../verify-error.js'
import type { PresentedPayload } from './options.js'

const OWN = [TOKEN_FIELD, SALT_FIELD]
const encoder = new TextEncoder()

const isPair = (entry: unknown): entry is readonly [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string'

/** Of what is no form, none. */
function fieldsOf(body: unknown): (readonly [string, unknown])[] {
  if (typeof body !== 'object' || body === null) return []
  if (Symbol.iterator in body) return [...(body as Iterable<unknown>)].filter(isPair)
  return Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  return encoder.encode(typeof body === 'string' ? body : formPayload(fieldsOf(body), OWN))
}

async function digestOf(salt: string, body: unknown): Promise<string> {
  const bytes = bytesOf(body)
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
  if (typeof salt !== 'string' || !SALT.test(salt)) return 'payload-mismatch'
  // Nothing to be guessed by the clock: whoever asks has sent all that the digest is of, and reads the claim in the token.
  return (await digestOf(salt, given.body)) === payload ? undefined : 'payload-mismatch'
}
