/**
 * Whether a page of this origin was served by this very machine. A real shop gives its own origin, `https://shop.example`; the demo
 * is looked at under whatever port or name of this machine it is reached by.
 */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: parsed } = new URL(origin)
  if (parsed !== origin || !/^https?:$/.test(protocol)) return false
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]' || /^(.+\.)?localhost$/.test(hostname)
}
