import { takeFromFullest } from '../fairness/take-from-fullest.js'

/** What each part of the memory store can do beside its port. */
export interface Prunable {
  /** @returns how many entries went. */
  prune(now: number): number
}

/** The names under which a session is known, and no other session. */
export interface SessionNames {
  /** To labels: its own, and those of its verdicts and requests. */
  readonly subjects: ReadonlySet<string>
  /** To exceptions. */
  readonly references: ReadonlySet<string>
}

/** Parts that know sessions. */
export interface Erasable {
  /** @returns how many entries went. */
  erase(projectId: string, session: string, names: SessionNames): number
}

/** One key of several words, none of which can be taken for two. */
export const keyOf = (...words: readonly (string | number)[]): string => JSON.stringify(words)

/** Drops what is too much: of those who have the most, the lowest first. @returns how many entries went. */
export function pruneSurplus<V>(
  map: Map<string, V>,
  most: number,
  rank: (value: V) => number,
  ownerOf: (value: V) => string = () => 'everybody',
): number {
  const surplus = map.size - most
  if (surplus <= 0) return 0
  const held = new Map<string, number>()
  for (const value of map.values()) held.set(ownerOf(value), (held.get(ownerOf(value)) ?? 0) + 1)
  const gifts = new Map(takeFromFullest(held, surplus))
  for (const [key, value] of [...map].sort(([, a], [, b]) => rank(a) - rank(b))) {
    const left = gifts.get(ownerOf(value)) ?? 0
    if (left === 0) continue
    gifts.set(ownerOf(value), left - 1)
    map.delete(key)
  }
  return surplus
}

export function pruneMap<K, V>(map: Map<K, V>, isOver: (value: V) => boolean): number {
  const before = map.size
  for (const [key, value] of map) if (isOver(value)) map.delete(key)
  return before - map.size
}
