/** Records decoded last; thousands of networks share one. */
const MOST = 10_000

/** What `mmdb-lib` asks of a cache. Emptied when full: simple, and bounded. */
export function createRecordCache<V>(most = MOST): {
  get: (key: string | number) => V | undefined
  set: (key: string | number, value: V) => void
} {
  const records = new Map<string | number, V>()
  return {
    get: (key) => records.get(key),
    set: (key, value) => {
      if (records.size >= most) records.clear()
      records.set(key, value)
    },
  }
}
