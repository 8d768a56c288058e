/** Maps in maps: the deepest field that any vendor has lies at four. */
const DEEPEST = 16
/** What one record may cost: 1 for a value, and 1 for each 64 bytes of it. Pointers let a small file say much, over and over. */
const MOST = 4096

interface Reach {
  readonly bytes: Buffer
  /** Where pointers count from. */
  readonly base: number
  left: number
}

interface Decoded {
  readonly value: unknown
  /** Where the next value begins. */
  readonly next: number
}

interface Head {
  readonly type: number
  readonly size: number
  readonly next: number
}

/** What a size of 29, 30 or 31 stands for: so many more bytes, counted from so much. */
const longSizes = [
  { bytes: 1, from: 29 },
  { bytes: 2, from: 285 },
  { bytes: 3, from: 65_821 },
] as const

function headAt(bytes: Buffer, at: number): Head {
  const control = bytes.readUInt8(at)
  const isExtended = control >> 5 === 0
  const type = isExtended ? bytes.readUInt8(at + 1) + 7 : control >> 5
  const next = at + (isExtended ? 2 : 1)
  const size = control & 31
  const long = type === 1 ? undefined : longSizes[size - 29]
  return long ? { type, size: bytes.readUIntBE(next, long.bytes) + long.from, next: next + long.bytes } : { type, size, next }
}

/** What is added to pointers of two and three bytes, so that they reach on from where shorter ones end. */
const pointerFrom = [0, 2048, 526_336, 0] as const

function pointerAt(bytes: Buffer, { size, next }: Head): { readonly to: number; readonly next: number } {
  const length = size >> 3
  const low = bytes.readUIntBE(next, length + 1)
  const high = length === 3 ? 0 : (size & 7) * 256 ** (length + 1)
  return { to: high + low + pointerFrom[length]!, next: next + length + 1 }
}

/** Numbers of more than six bytes lose their last digits: none of those that are read here is so long. */
function unsigned(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

function scalarOf(type: number, bytes: Buffer): unknown {
  if (type === 2) return bytes.toString('utf8')
  if (type === 3) return bytes.readDoubleBE()
  if (type === 8) return unsigned(bytes) | 0
  if (type === 15) return bytes.readFloatBE()
  return [5, 6, 9, 10].includes(type) ? unsigned(bytes) : undefined
}

function entriesAt(reach: Reach, { type, size, next }: Head, depth: number): Decoded {
  const values: unknown[] = []
  let at = next
  for (let i = 0; i < (type === 7 ? 2 * size : size); i++) {
    const entry = valueAt(reach, at, depth + 1)
    values.push(entry.value)
    at = entry.next
  }
  if (type === 11) return { value: values, next: at }
  const pairs = values.flatMap((name, i) => (i % 2 === 0 ? [[String(name), values[i + 1]] as const] : []))
  // Own fields even where a name is `__proto__`.
  return { value: Object.fromEntries(pairs), next: at }
}

function valueAt(reach: Reach, at: number, depth: number): Decoded {
  if (depth > DEEPEST || reach.left-- <= 0) throw new RangeError('too much in one record')
  const { bytes, base } = reach
  const head = headAt(bytes, at)
  const { type, size, next } = head
  if (type === 1) {
    const pointer = pointerAt(bytes, head)
    return { value: valueAt(reach, base + pointer.to, depth + 1).value, next: pointer.next }
  }
  if (type === 7 || type === 11) return entriesAt(reach, head, depth)
  if (type === 14) return { value: size !== 0, next }
  reach.left -= size >> 6
  if (reach.left < 0 || next + size > bytes.length) throw new RangeError('beyond the end, or too long')
  return { value: scalarOf(type, bytes.subarray(next, next + size)), next: next + size }
}

/**
 * One value of a MaxMind DB's data section, as its specification describes it (maxmind.github.io/MaxMind-DB §Output Data Section).
 * @param base where the section begins, from which its pointers count
 * @throws RangeError where the bytes are broken, or say more than a record may
 */
export const decodeValue = (bytes: Buffer, base: number, at: number): unknown => valueAt({ bytes, base, left: MOST }, at, 0).value
