export interface NoscriptOptions {
  /** The attest-server's public address. */
  readonly endpoint: string | URL
  readonly siteKey: string
  /** Where the visitor comes back to, with `vouchsafe-token` in the query. Absolute; its origin must be one of the project's. */
  readonly returnTo: string | URL
  /** What the visitor wanted to do. */
  readonly action: string
}

/**
 * The address for visitors without JavaScript: a page of the attest-server with a signed form that can be sent after a short delay. It leads
 * back to `returnTo?vouchsafe-token=…` with a verdict of assurance `noscript`.
 */
export function noscriptUrl({ endpoint, siteKey, returnTo, action }: NoscriptOptions): string {
  const url = new URL('v1/noscript', String(endpoint).replace(/\/*$/, '/'))
  url.searchParams.set('key', siteKey)
  url.searchParams.set('return', String(returnTo))
  url.searchParams.set('action', action)
  return url.href
}
