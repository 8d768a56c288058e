import type { Address, AddressRange } from './address.js'
import { parseNetwork } from './parse-network.js'
import type { RangeTable } from './ranges/range-table.js'
import { tableOf } from './ranges/table-of.js'

/**
 * IANA's special-purpose registries (RFC 6890), and multicast: what an address is, and which networks are so. The more specific network holds.
 * `transition`: the address says how it was translated (6to4, Teredo, NAT64), not whose it is. `not-global`: IPv6 that is not given out.
 */
const networks = {
  public: '0.0.0.0/0 2000::/3',
  'this-network': '0.0.0.0/8 ::',
  // 198.18.0.0/15 is of the machines that measure networks.
  benchmark: '198.18.0.0/15 2001:2::/48',
  private: '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10',
  'carrier-nat': '100.64.0.0/10',
  loopback: '127.0.0.0/8 ::1',
  'link-local': '169.254.0.0/16 fe80::/10',
  documentation: '192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20',
  multicast: '224.0.0.0/4 ff00::/8',
  transition: '192.88.99.0/24 ::/96 64:ff9b::/96 64:ff9b:1::/48 2001::/32 2002::/16',
  // IETF assignments, AS112, AMT, discard, segment routing, and class E with 255.255.255.255.
  reserved: '192.0.0.0/24 192.31.196.0/24 192.52.193.0/24 192.175.48.0/24 240.0.0.0/4 100::/64 2001::/23 2620:4f:8000::/48 5f00::/16',
  'not-global': '::/0',
} as const

export type AddressKind = keyof typeof networks

const kinds: RangeTable<AddressKind> = tableOf(
  Object.entries(networks).flatMap(([kind, texts]) =>
    texts.split(' ').map((text) => ({ range: parseNetwork(text) as AddressRange, value: kind as AddressKind })),
  ),
)

/** What kind of address it is. Only a `public` one can be reached over the internet, and says anything about a visitor. */
export const kindOf = (address: Address): AddressKind => kinds.find(address) ?? 'not-global'

/** The kind of all addresses of a range; undefined where it has addresses of several kinds. */
export const kindWithin = (range: AddressRange): AddressKind | undefined => kinds.covering(range)
