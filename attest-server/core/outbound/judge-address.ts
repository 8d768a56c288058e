import type { Address } from '../../../shared/address/address.js'
import { v4At } from '../../../shared/address/address-at.js'
import { type AddressKind, kindOf } from '../../../shared/address/kind-of.js'
import { parseAddress } from '../../../shared/address/parse-address.js'

/** What an address is to who connects to it: `public`, or why it is not to be reached. */
export type Reach = AddressKind | 'metadata' | 'not-an-address'

/** At these, clouds tell machines their secrets: AWS, Azure, GCP, OpenStack …; AWS ECS; Alibaba; Azure's wire server; Oracle; AWS and GCP over IPv6. */
const metadata: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
])

/** `64:ff9b::/96`: a translator passes it on to the IPv4 address inside (RFC 6052 §2.1). */
const NAT64 = 0x0064_ff9bn << 64n

const behind = (address: Address): Address =>
  address.version === 6 && address.value >> 32n === NAT64 ? v4At(Number(address.value & 0xffff_ffffn)) : address

/** Whether a connection to an address that a stranger chose leaves for the public internet. @param text as a resolver writes it. */
export function judgeAddress(text: string): Reach {
  const given = parseAddress(text)
  if (!given) return 'not-an-address'
  const address = behind(given)
  return metadata.has(address.text) ? 'metadata' : kindOf(address)
}
