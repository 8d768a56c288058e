/** SHA-256 (FIPS 180-4), plain: for places that have no WebCrypto or cannot wait for it. The search for a proof of work has its own, unrolled. */

/** SHA-256's 64 round constants. */
export const K: Int32Array = /* @__PURE__ */ constants()

/** First 32 fractional bits of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
function constants(): Int32Array {
  const k = new Int32Array(64)
  for (let n = 2, found = 0; found < 64; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (prime) k[found++] = fraction(Math.cbrt(n))
  }
  return k
}

function fraction(x: number): number {
  return ((x - Math.floor(x)) * 0x1_0000_0000) | 0
}

/** First 32 fractional bits of the square roots of the first 8 primes (FIPS 180-4 §5.3.3). */
export const INITIAL: readonly number[] = /* @__PURE__ */ [2, 3, 5, 7, 11, 13, 17, 19].map((p) => fraction(Math.sqrt(p)))

/** Runs rounds `from` up to, not including, `to` on the working variables a … h (FIPS 180-4 §6.2.2 step 3). */
// biome-ignore format: one formula a line
export function runRounds(state: Int32Array, w: Int32Array, from: number, to: number): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = from; i < to; i++) {
    const t1 = (h + w[i]! + K[i]! + (g ^ (e & (f ^ g))) + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))) | 0
    const t2 = (((a & b) | (c & (a | b))) + (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state.set([a, b, c, d, e, f, g, h])
}

/** The message schedule: one for all, because a server makes dozens of digests for each visit. Nothing waits within a digest, so none meets another. */
const W = /* @__PURE__ */ new Int32Array(64)

// biome-ignore format: one formula a line
function compress(state: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = W[i - 15]!
    const b = W[i - 2]!
    W[i] = (W[i - 16]! + (((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)) + W[i - 7]! + (((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10))) | 0
  }
  const working = state.slice()
  runRounds(working, W, 0, 64)
  for (let i = 0; i < 8; i++) state[i]! += working[i]!
}

/** Of a message, its end bit and the zeros behind it (FIPS 180-4 §5.1.1). */
const byteAt = (bytes: Uint8Array, i: number): number => (i < bytes.length ? bytes[i]! : i > bytes.length ? 0 : 0x80)

/** @param bytes fewer than 2²⁹ @returns the digest as eight words. */
export function sha256Words(bytes: Uint8Array): Int32Array {
  const state = Int32Array.from(INITIAL)
  const end = bytes.length + 8
  for (let block = 0; block <= end; block += 64) {
    for (let i = 0; i < 64; i++) W[i >> 2] = (W[i >> 2]! << 8) | byteAt(bytes, block + i)
    if (block + 64 > end) W[15] = bytes.length << 3
    compress(state)
  }
  return state
}

/** @returns the 32-byte digest. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const words = sha256Words(bytes)
  const digest = new Uint8Array(32)
  for (let i = 0; i < 32; i++) digest[i] = words[i >> 2]! >>> (24 - 8 * (i & 3))
  return digest
}
