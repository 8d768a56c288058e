/**
 * Keeps the session's name where the site's backend or worker reads it, in the cookie `botd_token` (DIP-02) of this host, until the browser is closed.
 * The page reads it too, as it does with detectip.
 */
export function keepToken(session: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const cookie = `botd_token=${encodeURIComponent(session)}; Path=/; SameSite=Lax${secure}`
  try {
    // An image named `cookie` hides the document's property, but not its prototype's.
    Reflect.set(Document.prototype, 'cookie', cookie, document)
  } catch {
    // A sandboxed frame may keep none; the verdict is said all the same.
  }
}
