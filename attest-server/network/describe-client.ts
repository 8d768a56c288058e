import type { HttpFacts } from '../facts/fact.js'
import type { Enrich } from './create-enricher.js'
import { ja4OfHeader } from './tls/ja4-of-header.js'

export interface ClientSources {
  readonly enrich: Enrich
  /** The header in which whoever ends TLS writes the client's JA4, in lower case; undefined: nobody is believed. */
  readonly ja4Header: string | undefined
}

/**
 * Adds what is known of where a request came from, for facts. Of an address that was only guessed the databases are not asked at all
 * (BOT-82): whoever can write a header could choose what is said of them. TLS that ended here is believed before any header.
 */
export const describeClient = (http: HttpFacts, { enrich, ja4Header }: ClientSources): HttpFacts => ({
  ...http,
  network: http.address === undefined ? undefined : enrich(http.address),
  ja4: http.tls?.ja4 ?? ja4OfHeader(http.headers, ja4Header),
})
