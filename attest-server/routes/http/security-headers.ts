/** For every answer; a route that needs another value has set it before. */
export const securityDefaults: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

const defaults = Object.entries(securityDefaults)

export function setSecurityHeaders(headers: Headers): void {
  for (const [name, value] of defaults) if (!headers.has(name)) headers.set(name, value)
}
