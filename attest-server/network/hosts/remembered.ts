import type { EpochSeconds, Seconds } from '../../../shared/units.js'

interface Entry<T> {
  readonly value: Promise<T>
  /** Undefined while the answer is awaited. */
  until: EpochSeconds | undefined
}

interface Options<T> {
  /** More answers than this are never held; the oldest goes. */
  readonly limit: number
  now(): EpochSeconds
  /** How long an answer is worth holding. */
  lifeOf(value: T): Seconds
}

/** Asks once and holds the answer for a while; who asks meanwhile gets the same. `make` must not reject. */
export function remembered<T>({ limit, now, lifeOf }: Options<T>) {
  const entries = new Map<string, Entry<T>>()

  function hold(key: string, make: () => Promise<T>): Promise<T> {
    const entry: Entry<T> = { value: make(), until: undefined }
    entries.delete(key)
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= limit) break
      entries.delete(oldest)
    }
    return entry.value.then((value) => {
      entry.until = now() + lifeOf(value)
      return value
    })
  }

  return (key: string, make: () => Promise<T>): Promise<T> => {
    const entry = entries.get(key)
    return entry && (entry.until === undefined || now() < entry.until) ? entry.value : hold(key, make)
  }
}
