import { mix, type TokenSet } from './token-set.js'

/**
 * Twelve bands of four: two sets share a band with probability 1 − (1 − s⁴)¹² for a similarity s (Leskovec et al., "Mining of Massive
 * Datasets", §3.4): 0.998 at 0.8, 0.54 at 0.5. Hashes are fixed: the same sets meet on every machine.
 */
const BANDS = 12
const ROWS = 4
/** Odd, so that no two tokens meet: tokens are well mixed already, and a product mod 2³² permutes them. */
const factors = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => mix(0x9e3779b9 * (i + 1)) | 1)

/** The smallest of all tokens, permuted: the same in two sets as often as they are similar (Broder 1997). */
function smallest(tokens: TokenSet, factor: number): number {
  let least = 0x7fffffff
  for (let i = 0; i < tokens.length; i++) {
    const permuted = Math.imul(tokens[i]!, factor)
    if (permuted < least) least = permuted
  }
  return least
}

/** The names of the buckets that a set belongs to, one for each band; distinct between bands. */
export function bandsOf(tokens: TokenSet): readonly number[] {
  const bands: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let hash = band
    for (let row = 0; row < ROWS; row++) hash = mix(Math.imul(hash, 31) ^ smallest(tokens, factors[band * ROWS + row]!))
    bands.push(band * 2 ** 32 + hash)
  }
  return bands
}
