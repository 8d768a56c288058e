/** What each part of the memory store can do beside its port. */
export interface Prunable {
  /** @returns how many entries went. */
  prune(now: number): number
}

/** Parts that know sessions. */
export interface Erasable {
  /** @param names the session's own, and those of its requests and verdicts. @returns how many entries went. */
  erase(projectId: string, session: string, names: ReadonlySet<string>): number
}

/** One key of several words, none of which can be taken for two. */
export const keyOf = (...words: readonly (string | number)[]): string => JSON.stringify(words)

/** Drops what is too much: the lowest first. @returns how many entries went. */
export function pruneSurplus<V>(map: Map<string, V>, most: number, rank: (value: V) => number): number {
  const surplus = map.size - most
  if (surplus <= 0) return 0
  const inOrder = [...map].sort(([, a], [, b]) => rank(a) - rank(b))
  for (const [key] of inOrder.slice(0, surplus)) map.delete(key)
  return surplus
}

export function pruneMap<K, V>(map: Map<K, V>, isOver: (value: V) => boolean): number {
  const before = map.size
  for (const [key, value] of map) if (isOver(value)) map.delete(key)
  return before - map.size
}
