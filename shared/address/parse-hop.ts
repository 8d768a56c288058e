import type { Address } from './address.js'
import { parseAddress } from './parse-address.js'

/** An address of 45 characters with brackets, a port, and spaces around. */
const LONGEST = 64

/** An address as proxies, sockets and people write it: `1.2.3.4:567`, `[::1]:567`, `::ffff:1.2.3.4`. @returns undefined for what is none */
export function parseHop(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  const bare = text
    .trim()
    .replace(/^\[([^\]]{1,50})\](?::\d{1,5})?$/, '$1')
    .replace(/^([\d.]{7,15}):\d{1,5}$/, '$1')
  return parseAddress(bare)
}
