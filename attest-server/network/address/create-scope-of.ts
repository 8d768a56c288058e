import type { Stretch } from '../ranges/flatten.js'
import { createRangeTable, type RangeTable } from '../ranges/range-table.js'
import type { Address } from './address.js'
import { parseNetwork } from './parse-range.js'

/**
 * `public`: a visitor may have it · `private`: RFC 1918, 4193 and 6598 · `loopback`, `link-local`: this machine, this wire ·
 * `translated`: 6to4, Teredo and NAT64, where the address says how it was translated and not whose it is · `reserved`: nobody's.
 */
export type Scope = 'public' | 'private' | 'loopback' | 'link-local' | 'translated' | 'reserved'

/** IANA's registries of special-purpose addresses, and multicast. What is not here is public, but for IPv6 outside of 2000::/3. */
const special: Readonly<Record<Scope, string>> = {
  reserved:
    '0.0.0.0/8 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 ' +
    '224.0.0.0/4 240.0.0.0/4 ::/0 2001::/23 2001:db8::/32 2620:4f:8000::/48 3fff::/20',
  private: '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7 fec0::/10',
  loopback: '127.0.0.0/8 ::1',
  'link-local': '169.254.0.0/16 fe80::/10',
  translated: '2001::/32 2002::/16 64:ff9b::/96 64:ff9b:1::/48 ::ffff:0:0:0/96',
  public: '2000::/3',
}

const names = Object.keys(special) as Scope[]

/** The more specific of two networks holds, so that their order does not matter. */
function createScopes(): RangeTable<Scope> {
  const v4: Stretch<number>[] = []
  const v6: Stretch<bigint>[] = []
  for (const [value, name] of names.entries()) {
    for (const text of special[name].split(' ')) {
      const range = parseNetwork(text)
      if (range?.version === 4) v4.push({ from: range.from, to: range.to, value })
      else if (range) v6.push({ from: range.from, to: range.to, value })
    }
  }
  return createRangeTable({ v4, v6 }, names)
}

/** Only a public address says anything about a visitor. */
export function createScopeOf(): (address: Address) => Scope {
  const scopes = createScopes()
  return (address) => scopes.find(address) ?? 'public'
}
