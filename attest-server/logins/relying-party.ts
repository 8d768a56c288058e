/** What passkeys are bound to: a name, never an address. On this machine that is `localhost`, whatever the server calls itself. */
export function relyingParty(issuer: string): { readonly rpID: string; readonly origins: readonly string[] } {
  const url = new URL(issuer)
  if (url.hostname !== '127.0.0.1' && url.hostname !== '[::1]') return { rpID: url.hostname, origins: [url.origin] }
  url.hostname = 'localhost'
  return { rpID: 'localhost', origins: [url.origin] }
}
