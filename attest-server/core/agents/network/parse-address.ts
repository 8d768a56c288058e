/** An IP address as bytes: 4 or 16. */
export type Address = Uint8Array

/** Only what `inet_pton` takes: four decimal numbers without leading zeros. Octal, hexadecimal and short forms are no addresses here. */
function parseV4(text: string): readonly number[] | undefined {
  const parts = text.split('.', 5)
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))) return undefined
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : undefined
}

/** Groups of one side of `::`, as bytes; the last may be an IPv4 address. */
function parseGroups(text: string): readonly number[] | undefined {
  if (text === '') return []
  const groups = text.split(':', 10)
  const bytes: number[] = []
  for (const [i, group] of groups.entries()) {
    const v4 = i === groups.length - 1 && group.includes('.') ? parseV4(group) : undefined
    if (v4) bytes.push(...v4)
    else if (/^[0-9A-Fa-f]{1,4}$/.test(group)) bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255)
    else return undefined
  }
  return bytes
}

/** RFC 4291 §2.2, without a zone. */
function parseV6(text: string): readonly number[] | undefined {
  const sides = text.split('::', 3)
  if (sides.length > 2) return undefined
  const head = parseGroups(sides[0]!)
  const tail = sides.length === 2 ? parseGroups(sides[1]!) : []
  if (!head || !tail) return undefined
  const missing = 16 - head.length - tail.length
  if (sides.length === 2 ? missing < 2 : missing !== 0) return undefined
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

/**
 * An IP address in its plain text form.
 * @returns undefined for everything else: names, brackets, zones, ports, and numbers that some parsers would take for an address.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > 45) return undefined
  const bytes = text.includes(':') ? parseV6(text) : parseV4(text)
  return bytes && Uint8Array.from(bytes)
}
