import { readFileSync } from 'node:fs'
import { hashShare, type Origin } from './split.js'

/** One person, or one bot, of a source of recordings. */
export type SourceUser = Pick<Origin, 'source' | 'user'>

/** A user's name as the list holds it: it tells who is meant only to those who have the data. */
const hashed = ({ source, user }: SourceUser): string => Math.round(hashShare(`${source}/${user}`) * 2 ** 32).toString(36)

/** On whom the shipped cards were fitted. */
export interface Fitted {
  /** Whether it was fitted on any of this source's people or bots. */
  hasSource(source: string): boolean
  /**
   * Whether it was fitted on this very user. The split cannot say: it would also claim six in ten of the people of a folder that no fit has
   * ever seen, and it may have been another when the tables were fitted.
   */
  has(user: SourceUser): boolean
}

const shippedList = (): string => readFileSync(new URL('./fitted-users.txt', import.meta.url), 'utf8')

/** @param list a line for each source, its name and then its users (hashed); left out, what the fit of the shipped tables wrote */
export function readFitted(list = shippedList()): Fitted {
  const lines = list.split('\n')
  const users = new Map(lines.map((line) => line.split(' ')).map(([source = '', ...names]) => [source, new Set(names)]))
  return {
    hasSource: (source) => users.has(source),
    has: (one) => users.get(one.source)?.has(hashed(one)) ?? false,
  }
}

/** @returns the text of `fitted-users.txt` for a fit that has seen these, in whatever order and however often */
export function listFitted(seen: Iterable<SourceUser>): string {
  const lists = new Map<string, Set<string>>()
  for (const one of seen) lists.set(one.source, (lists.get(one.source) ?? new Set()).add(hashed(one)))
  const lines = [...lists].map(([source, names]) => [source, ...[...names].sort()].join(' '))
  return `${lines.sort().join('\n')}\n`
}
