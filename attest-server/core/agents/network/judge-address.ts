import { type Address, parseAddress } from './parse-address.js'

/** What an address is, if it is no host of the public internet. */
export type AddressKind =
  | 'public'
  | 'not-an-address'
  | 'this-network'
  | 'private'
  | 'carrier-nat'
  | 'loopback'
  | 'link-local'
  | 'metadata'
  | 'documentation'
  | 'benchmark'
  | 'multicast'
  | 'reserved'
  | 'transition'
  | 'not-global'

type Row = readonly [network: string, kind: AddressKind]

/** IANA's special-purpose registry (RFC 6890) and what clouds answer at. The first that holds the address speaks. */
const v4: readonly Row[] = [
  ['169.254.169.254/32', 'metadata'], // AWS, Azure, GCP, OpenStack …
  ['169.254.170.2/32', 'metadata'], // AWS ECS
  ['100.100.100.200/32', 'metadata'], // Alibaba Cloud
  ['168.63.129.16/32', 'metadata'], // Azure's wire server
  ['192.0.0.192/32', 'metadata'], // Oracle Cloud
  ['0.0.0.0/8', 'this-network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'carrier-nat'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'reserved'], // AS112
  ['192.52.193.0/24', 'reserved'], // AMT
  ['192.88.99.0/24', 'transition'], // 6to4 relays
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'reserved'], // AS112
  ['198.18.0.0/15', 'benchmark'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'], // with 255.255.255.255
]

/** What is left after these and lies in 2000::/3 is global unicast. 64:ff9b::/96 and ::ffff:0:0/96 are read as the address inside. */
const v6: readonly Row[] = [
  ['::/128', 'this-network'],
  ['::1/128', 'loopback'],
  ['::/96', 'transition'], // IPv4-compatible
  ['64:ff9b:1::/48', 'transition'], // local NAT64
  ['100::/64', 'reserved'], // discard
  ['2001::/32', 'transition'], // Teredo
  ['2001:db8::/32', 'documentation'],
  ['2001:2::/48', 'benchmark'],
  ['2001::/23', 'reserved'], // IETF assignments: ORCHID, AMT, AS112 …
  ['2002::/16', 'transition'], // 6to4
  ['2620:4f:8000::/48', 'reserved'], // AS112
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'reserved'], // segment routing
  ['fd00:ec2::254/128', 'metadata'], // AWS
  ['fd20:ce::254/128', 'metadata'], // GCP
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'private'], // site-local, deprecated
  ['ff00::/8', 'multicast'],
]

function holds(network: string, address: Address): boolean {
  const [base, length] = network.split('/') as [string, string]
  const prefix = parseAddress(base)!
  if (prefix.length !== address.length) return false
  const bits = Number(length)
  return prefix.every((byte, i) => {
    const taken = Math.min(8, Math.max(0, bits - 8 * i))
    return (byte ^ address[i]!) >> (8 - taken) === 0
  })
}

const find = (rows: readonly Row[], address: Address): AddressKind | undefined => rows.find(([network]) => holds(network, address))?.[1]

/** The IPv4 address inside, where the whole is only another way to write it or reaches it through a translator (RFC 4291 §2.5.5.2, RFC 6052 §2.1). */
function embedded(address: Address): Address | undefined {
  if (holds('::ffff:0:0/96', address) || holds('64:ff9b::/96', address)) return address.slice(12)
  return undefined
}

function judge(address: Address): AddressKind {
  if (address.length === 4) return find(v4, address) ?? 'public'
  const inside = embedded(address)
  if (inside) return judge(inside)
  return find(v6, address) ?? (holds('2000::/3', address) ? 'public' : 'not-global')
}

/** Whether a connection to an address that a stranger chose leaves for the public internet. @param text as a resolver writes it. */
export function judgeAddress(text: string): AddressKind {
  const address = parseAddress(text)
  return address ? judge(address) : 'not-an-address'
}
