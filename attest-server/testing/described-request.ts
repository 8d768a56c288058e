import type { HttpFacts, RequestFacts } from '../facts/fact.js'

const request = (http: HttpFacts): RequestFacts => ({ http, evidence: undefined })

/** A request that was here, with exactly these headers, over https. */
export const rawRequest = (headers: Readonly<Record<string, string>>, headerNames?: readonly string[]): RequestFacts =>
  request({ via: 'fetch', headers: new Map(Object.entries(headers)), headerNames, trustworthy: true, address: undefined })

/** What somebody told of a request: '' says that a header was missing. With an order, that nothing else was there. */
export function describedRequest(
  headers: Readonly<Record<string, string>>,
  headerNames?: readonly string[],
  trustworthy = false,
): RequestFacts {
  const entries = Object.entries(headers)
  return request({
    via: 'fetch',
    headers: new Map(entries.filter(([, value]) => value !== '')),
    headerNames,
    trustworthy,
    address: undefined,
    described: { whole: headerNames !== undefined, empty: new Set(entries.filter(([, value]) => value === '').map(([name]) => name)) },
  })
}
