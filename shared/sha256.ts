/** SHA-256 (FIPS 180-4), plain: for places that have no WebCrypto or cannot wait for it. The proof-of-work worker has its own, unrolled. */

/** SHA-256's 64 round constants. */
export const K: Int32Array = constants()

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
export const INITIAL: readonly number[] = [2, 3, 5, 7, 11, 13, 17, 19].map((p) => fraction(Math.sqrt(p)))

const rotr = (x: number, n: number) => (x >>> n) | (x << (32 - n))

/** Runs rounds `from` up to, not including, `to` on the working variables a … h (FIPS 180-4 §6.2.2 step 3). */
export function runRounds(state: Int32Array, w: Int32Array, from: number, to: number): void {
  // One by one: taking an array apart by its iterator is many times slower.
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = from; i < to; i++) {
    const t1 = (h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const t2 = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
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

function compress(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!
    const b = w[i - 2]!
    const s0 = rotr(a, 7) ^ rotr(a, 18) ^ (a >>> 3)
    const s1 = rotr(b, 17) ^ rotr(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  const working = state.slice()
  runRounds(working, w, 0, 64)
  for (let i = 0; i < 8; i++) state[i] = (state[i]! + working[i]!) | 0
}

/** @returns the 32-byte digest. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = Int32Array.from(INITIAL)
  const w = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + 4 * i)
    compress(state, w)
  }
  const digest = new Uint8Array(32)
  const out = new DataView(digest.buffer)
  for (let i = 0; i < 8; i++) out.setInt32(4 * i, state[i]!)
  return digest
}
