import { asciiBytes } from '../../pow.js'
import { sha256 } from '../../sha256.js'
import type { Condition, Row, Scorecard } from '../scorecard.js'

const named = <T>(items: readonly T[], nameOf: (item: T) => string): T[] => [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))

const rangeOf = ({ id, from, below }: Condition): string => `${from} ≤ ${id} < ${below}`

/** A row's feature, and its conditions where it has any: there may be several rows for a feature. */
const nameOf = ({ id: of, when = [] }: Row): string => of + when.map((condition) => ` if ${rangeOf(condition)}`).join('')

/** What the collectors that have a client card send: their tells in order, and how many of the others. Its version stands for that, too. */
export interface Lengths extends Readonly<Record<'features' | 'tally', number>> {
  readonly tells: readonly string[]
}

/** SHA-256 of all that a sum on the card depends on, in hex: neither its version, nor where the numbers come from, nor their order. */
export function cardDigest({ prior, takesBack, doubts, causes, families, rows, hardRules }: Scorecard, lengths?: Lengths): string {
  const numbers = {
    lengths: lengths && [lengths.tells.join(), lengths.features, lengths.tally],
    prior,
    // JSON knows no Infinity, here and below.
    takesBack: `${takesBack}`,
    ...(doubts && { doubts: rangeOf(doubts) }),
    causes: named(Object.entries(causes), ([name]) => name),
    families: named(Object.entries(families), ([name]) => name).map(([name, { engine, cause, min, max }]) => [
      name,
      engine,
      cause,
      min,
      max,
    ]),
    rows: named(rows, nameOf).map((row) => [nameOf(row), row.family, row.bins.map((bin) => [`${bin.below}`, bin.llr]), row.missing]),
    hardRules: named(hardRules, ({ name }) => name).map(({ name, id, atLeast }) => [name, id, atLeast]),
  }
  return Array.from(sha256(asciiBytes(JSON.stringify(numbers))), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
