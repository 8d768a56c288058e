import { readFileSync } from 'node:fs'
import { hashShare, isFitted, type Origin } from './split.js'

/** For each source the names (hashed) of those that the shipped cards were fitted on. */
type FittedUsers = Readonly<Record<string, readonly string[]>>

/** A user's name as the list holds it: it tells who is meant only to those who have the data. */
const hashed = ({ source, user }: Origin): string => Math.round(hashShare(`${source}/${user}`) * 2 ** 32).toString(36)

const users: FittedUsers = JSON.parse(readFileSync(new URL('./fitted-users.json', import.meta.url), 'utf8'))

/** Whether the fit saw any of this source's people or bots. */
export const isFittedSource = (source: string): boolean => source in users

/**
 * Whether the shipped cards were fitted on this very user. The split alone cannot say: it would also claim six in ten of the people of
 * a folder that no fit has ever seen.
 */
export const wasFitted = (origin: Origin): boolean => isFitted(origin) && (users[origin.source]?.includes(hashed(origin)) ?? false)

/** The list anew, for `fitted-users.json`. */
export function listFitted(origins: Iterable<Origin>): FittedUsers {
  const lists = new Map<string, Set<string>>()
  for (const origin of origins) {
    if (!isFitted(origin)) continue
    lists.set(origin.source, (lists.get(origin.source) ?? new Set()).add(hashed(origin)))
  }
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, names]) => [source, [...names].sort()]))
}
