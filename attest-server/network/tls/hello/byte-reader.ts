/** Reads bytes from front to back. Past the end everything is 0 or empty, and `isShort` says so: callers ask once, at their end. */
export interface ByteReader {
  readonly u8: () => number
  readonly u16: () => number
  readonly u24: () => number
  readonly take: (length: number) => Uint8Array
  readonly left: () => number
  readonly isShort: () => boolean
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0
  let short = false
  const u8 = () => {
    if (at >= bytes.length) short = true
    return bytes[at++] ?? 0
  }
  const u16 = () => u8() * 256 + u8()
  return {
    u8,
    u16,
    u24: () => u16() * 256 + u8(),
    take: (length) => {
      const part = bytes.subarray(at, at + length)
      if (part.length < length) short = true
      at += length
      return part
    },
    left: () => Math.max(0, bytes.length - at),
    isShort: () => short,
  }
}
