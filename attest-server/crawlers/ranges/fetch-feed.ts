import { err, ok, type Result } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import { withinTime } from '../support/within-time.js'

/** What is used of `fetch`. */
export type Fetch = (url: string, init: { readonly signal: AbortSignal; readonly headers: Record<string, string> }) => Promise<Response>

export type FetchFault = 'unreachable' | 'late' | 'too_large' | 'not_https' | `status_${number}`

export interface FetchOptions {
  readonly fetch: Fetch
  readonly timeLimit: Ms
  /** Bytes after decompression. */
  readonly sizeLimit: number
}

/** Fetches a text. Never rejects; bounded in time and size. */
export type FetchText = (url: string) => Promise<Result<string, FetchFault>>

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | undefined> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > limit) {
      await reader.cancel()
      return undefined
    }
    chunks.push(next.value)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

async function request(url: string, { fetch, sizeLimit }: FetchOptions, signal: AbortSignal): Promise<Result<string, FetchFault>> {
  // Some vendors' edges answer an unnamed client with a puzzle.
  const headers = { accept: 'application/json, text/plain, text/csv, text/html', 'user-agent': 'vouchsafe (crawler ranges)' }
  const response = await fetch(url, { signal, headers })
  // A redirect to http would let anybody on the way write the list. A response that was made by hand has no address.
  if (response.url !== '' && !response.url.startsWith('https://')) return err('not_https')
  if (response.status !== 200) return err(`status_${response.status}` as const)
  const text = await readUpTo(response.body, sizeLimit)
  return text === undefined ? err('too_large') : ok(text)
}

export function createFetchText(options: FetchOptions): FetchText {
  return async (url) => {
    const stop = new AbortController()
    const work = request(url, options, stop.signal).catch((): Result<string, FetchFault> => err('unreachable'))
    const late: Result<string, FetchFault> = err('late')
    const outcome = await withinTime(work, options.timeLimit, late)
    stop.abort()
    return outcome
  }
}
