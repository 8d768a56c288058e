/** Bytes that come in parts, kept in one piece: ten thousand parts of one byte cost no more than one part of ten thousand. */
export interface ByteBuffer {
  readonly append: (bytes: Uint8Array) => void
  /** What has come so far; good until the next part comes. */
  readonly bytes: () => Uint8Array
}

/** Nearly all hellos are shorter. Nothing is kept before the first byte comes: most of those who wait have sent none. */
const FIRST = 2048

export function createByteBuffer(): ByteBuffer {
  let kept = new Uint8Array()
  let length = 0
  return {
    append: (bytes) => {
      const needed = length + bytes.length
      if (needed > kept.length) {
        const larger = new Uint8Array(Math.max(FIRST, needed, 2 * kept.length))
        larger.set(kept.subarray(0, length))
        kept = larger
      }
      kept.set(bytes, length)
      length = needed
    },
    bytes: () => kept.subarray(0, length),
  }
}
