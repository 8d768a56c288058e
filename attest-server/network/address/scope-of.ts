import ipaddr from 'ipaddr.js'
import type { Address } from './address.js'

/**
 * `public`: a visitor may have it · `private`: RFC 1918, 4193 and 6598 · `loopback`, `link-local`: this machine, this wire ·
 * `translated`: 6to4, Teredo and NAT64, where the address says how it was translated and not whose it is · `reserved`: nobody's.
 */
export type Scope = 'public' | 'private' | 'loopback' | 'link-local' | 'translated' | 'reserved'

/** By the library's names; every other is reserved. */
const scopes: ReadonlyMap<string, Scope> = new Map([
  ['unicast', 'public'],
  ['private', 'private'],
  ['uniqueLocal', 'private'],
  ['deprecatedSiteLocal', 'private'],
  ['carrierGradeNat', 'private'],
  ['loopback', 'loopback'],
  ['linkLocal', 'link-local'],
  ['6to4', 'translated'],
  ['teredo', 'translated'],
  ['rfc6052', 'translated'],
  ['rfc6145', 'translated'],
])

/** Only a public address says anything about a visitor. */
export function scopeOf({ text }: Address): Scope {
  return scopes.get(ipaddr.parse(text).range()) ?? 'reserved'
}
