import type { HttpFacts } from '../fact.js'

/** What asks: a visit to a page, something within one, or unknown. */
export type RequestKind = 'navigation' | 'within' | 'unknown'

/** As `Sec-Fetch-Mode` says, or `Upgrade-Insecure-Requests`, which all browsers send with navigations (Upgrade Insecure Requests §3.2.1). */
export function requestKind({ headers }: HttpFacts): RequestKind {
  const mode = headers.get('sec-fetch-mode')
  if (mode) return mode === 'navigate' ? 'navigation' : 'within'
  return headers.get('upgrade-insecure-requests') === '1' ? 'navigation' : 'unknown'
}
