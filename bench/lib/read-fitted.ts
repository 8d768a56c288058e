import { readFileSync } from 'node:fs'
import { hashShare, isFitted, type Origin } from './split.js'

/** A user's name as the list holds it: it tells who is meant only to those who have the data. */
const hashed = ({ source, user }: Origin): string => Math.round(hashShare(`${source}/${user}`) * 2 ** 32).toString(36)

/** On whom the shipped cards were fitted. */
export interface Fitted {
  /** Whether it was fitted on any of this source's people or bots. */
  hasSource(source: string): boolean
  /**
   * Whether it was fitted on this very user. The split alone cannot say: it would also claim six in ten of the people of a folder that
   * no fit has ever seen.
   */
  has(origin: Origin): boolean
}

/** Reads `fitted-users.txt`: a line for each source, its name and then its users (hashed). */
export function readFitted(): Fitted {
  const lines = readFileSync(new URL('./fitted-users.txt', import.meta.url), 'utf8').split('\n')
  const users = new Map(lines.map((line) => line.split(' ')).map(([source = '', ...names]) => [source, new Set(names)]))
  return {
    hasSource: (source) => users.has(source),
    has: (origin) => isFitted(origin) && (users.get(origin.source)?.has(hashed(origin)) ?? false),
  }
}

/** The list anew, for `fitted-users.txt`. */
export function listFitted(origins: Iterable<Origin>): string {
  const lists = new Map<string, Set<string>>()
  for (const origin of origins) {
    if (!isFitted(origin)) continue
    lists.set(origin.source, (lists.get(origin.source) ?? new Set()).add(hashed(origin)))
  }
  const lines = [...lists].map(([source, names]) => [source, ...[...names].sort()].join(' '))
  return `${lines.sort().join('\n')}\n`
}
