/** LEB128: seven bits a byte, the lowest first. @param value a whole number, from 0 */
export function writeVarint(to: number[], value: number): void {
  let left = value
  for (; left >= 128; left = Math.floor(left / 128)) to.push(128 + (left % 128))
  to.push(left)
}

/** 0, −1, 1, −2 … become 0, 1, 2, 3 … */
export const toUnsigned = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
export const toSigned = (value: number): number => (value % 2 ? -(value + 1) / 2 : value / 2)

export const writeSigned = (to: number[], value: number): void => writeVarint(to, toUnsigned(value))

/** Seven bytes: whole numbers below 2⁴⁹, so that a few can be added exactly. */
const LARGEST_SCALE = 128 ** 6

export interface Reader {
  /** NaN where there is none, or it is written longer than it need be: one number has one spelling. */
  next(): number
  nextSigned(): number
  /** Where there are fewer, those, and it is never done. */
  bytes(count: number): Uint8Array
  /** All was read, and no more than that. */
  isDone(): boolean
}

export function startReading(bytes: Uint8Array): Reader {
  let at = 0
  const next = (): number => {
    let value = 0
    for (let scale = 1; scale <= LARGEST_SCALE && at < bytes.length; scale *= 128) {
      const byte = bytes[at++]!
      value += (byte % 128) * scale
      if (byte < 128) return byte || scale === 1 ? value : Number.NaN
    }
    return Number.NaN
  }
  return {
    next,
    nextSigned: () => toSigned(next()),
    bytes(count) {
      at += count
      return bytes.slice(at - count, at)
    },
    isDone: () => at === bytes.length,
  }
}
