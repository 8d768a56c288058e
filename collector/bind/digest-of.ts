import { encodeBase64url } from '../../shared/base64url.js'

/** SHA-256, base64url. Rejects on plain http, where browsers have no `crypto.subtle`. */
export async function digestOf(bytes: BufferSource): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
