/** What binds a verdict to the form or request that it is sent with. */

/** The form field, and in any case the request header, in which a payload's salt travels to the backend. It never goes to the attest-server. */
export const SALT_FIELD = 'vouchsafe-salt'

/** 16 random bytes, so that nobody who has the digest alone can try out what the payload was. */
export const SALT_BYTES = 16

/** The salt: base64url. Hashed as it is spelt, before the payload. */
export const SALT = /^[\w-]{22}$/

/** The claim `payload`: base64url of SHA-256. */
export const PAYLOAD = /^[\w-]{43}$/

/** RFC 3986 §2.3: all but unreserved letters. What is no letter at all (half a surrogate pair) is U+FFFD, as browsers send it. */
const escapeText = (text: string): string =>
  encodeURIComponent(text.replace(/\r\n?|\n/g, '\r\n').replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * A form as both sides write it: `name=value` of each field, percent-encoded UTF-8 (RFC 3986) with line ends as CRLF, sorted by the encoded name, those of one name in their
 * order, with `&` between. Files, which are no text, are left out.
 * @param own names of fields that are ours.
 */
export function formPayload(fields: Iterable<readonly [string, unknown]>, own: readonly string[]): string {
  const pairs: (readonly [name: string, pair: string])[] = []
  for (const [name, value] of fields) {
    if (typeof value !== 'string' || own.includes(name)) continue
    const encoded = escapeText(name)
    pairs.push([encoded, `${encoded}=${escapeText(value)}`])
  }
  pairs.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
  return pairs.map(([, pair]) => pair).join('&')
}
