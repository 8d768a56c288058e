import type { Ms } from '../shared/units.js'

export interface FetchInit {
  readonly headers: Readonly<Record<string, string>>
  /** A redirect is no answer. Workers know no `error`, which would say so. */
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}
/** What is used of `fetch`. */
export type Fetch = (url: string, init: FetchInit) => Promise<Pick<Response, 'ok' | 'text'> & Partial<Pick<Response, 'status'>>>

interface Wanted {
  /** Media type. */
  readonly accept: string
  /** Characters. */
  readonly most: number
  readonly within: Ms
}

/** Reads what an issuer publishes. Rejects with the reason for what cannot be had, or is too long. */
export async function fetchText(url: string, fetch: Fetch, { accept, most, within }: Wanted): Promise<string> {
  const response = await fetch(url, { headers: { accept }, redirect: 'manual', signal: AbortSignal.timeout(within) })
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}.`)
  const text = await response.text()
  if (text.length > most) throw new Error(`${url} answered with more than ${most} characters.`)
  return text
}
