const OCTET = /^(?:0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-f]{1,4}$/

function isV4(text: string): boolean {
  const octets = text.split('.')
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)
}

const groupsOf = (part: string): readonly string[] => (part === '' ? [] : part.split(':'))

/** RFC 4291 §2.2: eight groups, or fewer around one `::`; the last two may be written as IPv4. */
function isV6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const last = text.slice(text.lastIndexOf(':') + 1)
  const plain = last.includes('.') ? (isV4(last) ? `${text.slice(0, -last.length)}0:0` : '!') : text
  const groups = plain.split('::').flatMap(groupsOf)
  if (!groups.every((group) => GROUP.test(group))) return false
  return halves.length === 2 ? groups.length < 8 : groups.length === 8
}

/** `1.2.3.4`, `1.2.3.4:567`, `2001:db8::1`, `[::1]:567`, `::ffff:1.2.3.4`, as a plain address in lower case. @returns undefined for what is none. */
export function parseAddress(text: string): string | undefined {
  if (text.length > 64) return undefined
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^\[([^\]]{1,50})\](?::\d{1,5})?$/, '$1')
    .replace(/^([\d.]{7,15}):\d{1,5}$/, '$1')
    .replace(/^::ffff:(?=[\d.]{7,15}$)/, '')
  if (isV4(bare)) return bare
  return bare.includes(':') && isV6(bare) ? bare : undefined
}

/** Loopback, private, shared and link-local (RFC 1918, 3927, 4193, 4291, 6598): nobody comes from there over the internet. */
const INTERNAL =
  /^(?:0\.|10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/

/** @param address as `parseAddress` gives it */
export const isInternal = (address: string): boolean => INTERNAL.test(address)
