/** Longer names than any field's are no slips. */
const LONGEST = 64
/** A slip for so many characters, and one in any case. */
const CHARACTERS_PER_SLIP = 4

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours, one each. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      row.push(Math.min(replaced, swapped, last[j]! + 1, row[j - 1]! + 1))
    }
    before = last
    last = row
  }
  return last[b.length]!
}

function fewestSlips(word: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let fewest = Math.max(1, Math.floor(word.length / CHARACTERS_PER_SLIP)) + 1
  for (const name of names) {
    const candidate = name.toLowerCase()
    // The difference of lengths is the least that a distance can be: most names are never compared.
    const slips = Math.abs(candidate.length - word.length) >= fewest ? Infinity : distance(word, candidate)
    if (slips < fewest) {
      nearest = name
      fewest = slips
    }
  }
  return nearest
}

/**
 * The name that was probably meant: one that ends with what was written, for who forgets the namespace (`webdriver` for `tell.webdriver`),
 * or else the one with the fewest slips; of equals the first.
 * @returns undefined where nothing is near.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined
  const word = written.toLowerCase()
  for (const name of names) if (name.toLowerCase().endsWith(`.${word}`)) return name
  return fewestSlips(word, names)
}
