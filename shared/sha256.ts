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

// biome-ignore format: one formula a line
function compress(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!
    const b = w[i - 2]!
    w[i] = (w[i - 16]! + (((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)) + w[i - 7]! + (((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10))) | 0
  }
  const working = state.slice()
  runRounds(working, w, 0, 64)
  for (const [i, word] of working.entries()) state[i] = (state[i]! + word) | 0
}

/** @param bytes fewer than 2²⁹ @returns the digest as eight words. */
export function sha256Words(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = Int32Array.from(INITIAL)
  const w = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + 4 * i)
    compress(state, w)
  }
  return state
}

/** @returns the 32-byte digest. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new DataView(new ArrayBuffer(32))
  for (const [i, word] of sha256Words(bytes).entries()) digest.setInt32(4 * i, word)
  return new Uint8Array(digest.buffer)
}
