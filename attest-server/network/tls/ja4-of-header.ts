import { parseJa4 } from './parse-ja4.js'

/**
 * The JA4 that whoever ends TLS before this server has written into a header (DIP-16).
 * @param name lower case, as configured; undefined: nobody is configured, and no header is believed. The proxy must **set** it, so that
 *   what a visitor sends under that name never arrives.
 */
export const ja4OfHeader = (headers: ReadonlyMap<string, string>, name: string | undefined): string | undefined =>
  name === undefined ? undefined : parseJa4(headers.get(name)?.trim())?.text
