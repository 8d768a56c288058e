import type { Described } from './api-document.js'
import type { Tenant } from './tenant.js'

/** One request, before anything is odd about it and after. */
export interface FuzzRequest {
  readonly number: number
  readonly described: Described
  readonly tenant: Tenant
  method: string
  /** Segments of the path, not yet encoded. */
  path: string
  query: readonly (readonly [string, string])[]
  headers: readonly (readonly [string, string])[]
  body: Buffer | undefined
  /** What was done to it: none where it is as the document says. */
  readonly changes: string[]
  /** Whether what answers is the operation that the document describes. */
  isOwn: boolean
  /** Sent without saying how long it is. */
  isChunked: boolean
}

export const withHeader = (request: FuzzRequest, name: string, value: string): void => {
  request.headers = [...withoutHeader(request, name), [name, value]]
}

export const withoutHeader = ({ headers }: FuzzRequest, name: string): readonly (readonly [string, string])[] =>
  headers.filter(([other]) => other.toLowerCase() !== name)

export const headerOf = ({ headers }: FuzzRequest, name: string): string | undefined =>
  headers.find(([other]) => other.toLowerCase() === name)?.[1]

/** As it is sent. */
export function targetOf({ path, query }: FuzzRequest): string {
  const text = query.map(([name, value]) => `${name}=${value}`).join('&')
  return text === '' ? path : `${path}?${text}`
}

/** What stands in a query or a path, whatever it is: half of a character cannot be encoded. */
export const encoded = (text: string): string => encodeURIComponent(wellFormed(text))

export const wellFormed = (text: string): string => Buffer.from(text).toString()
