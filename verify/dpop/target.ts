const UNRESERVED = /^[\w.~-]$/

/** RFC 3986 §6.2.2.1 and §6.2.2.2: letters that need no escape have none, and those of an escape are capitals. */
const normaliseEscapes = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (spelt) => {
    const letter = String.fromCharCode(Number.parseInt(spelt.slice(1), 16))
    return UNRESERVED.test(letter) ? letter : spelt.toUpperCase()
  })

/**
 * What a proof's `htu` is compared by (RFC 9449 §4.3): without query and fragment, in lower case where case says nothing, without the scheme's own port, dot
 * segments and escapes that nothing needs.
 * @returns undefined for what is no absolute http(s) address, or names a user.
 */
export function normaliseTarget(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, origin, pathname, username, password } = new URL(address)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined
  return origin + normaliseEscapes(pathname)
}

/** @param base see {@link DpopOptions}. @param url what the request says, absolute. */
export function targetOf(base: string | undefined, url: string): string | undefined {
  if (base === undefined) return normaliseTarget(url)
  return URL.canParse(url) ? normaliseTarget(base.replace(/\/+$/, '') + new URL(url).pathname) : undefined
}
