export interface Lru<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/** A map of at most `capacity` entries; the one that was not read for longest makes room. A `Map` keeps insertion order: that is the list. */
export function createLru<Value>(capacity: number): Lru<Value> {
  const entries = new Map<string, Value>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size > capacity) entries.delete(entries.keys().next().value!)
    },
  }
}
