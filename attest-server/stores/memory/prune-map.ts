/** What each part of the memory store can do beside its port. */
export interface Prunable {
  /** @returns how many entries went. */
  prune(now: number): number
}

export function pruneMap<V>(map: Map<string, V>, isOver: (value: V) => boolean): number {
  const before = map.size
  for (const [key, value] of map) if (isOver(value)) map.delete(key)
  return before - map.size
}
