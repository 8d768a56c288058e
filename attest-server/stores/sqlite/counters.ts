import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Counters } from '../ports.js'
import { createRunSoon } from '../run-soon.js'
import type { Database } from './database.js'

/** What this process took is written this often, and a second after the last of it. */
const EVERY: Seconds = 1
/** Or as soon as so many windows changed: about 2 ms of writing. */
const MOST_UNWRITTEN = 256
/** Windows that are held here; about 200 bytes each. */
const MOST_HELD = 10_000

interface Held {
  readonly name: string
  readonly window: Seconds
  readonly ends: EpochSeconds
  /** As the file says, of all processes. */
  readonly written: number
  readonly readAt: EpochSeconds
  /** Taken here since. */
  readonly unwritten: number
}

/** A window that is over starts anew; a late writer adds nothing to the next one. */
const ADD = `
  INSERT INTO counters (name, span, ends, used) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT DO UPDATE SET
    used = CASE WHEN ends = ?3 THEN used + ?4 WHEN ends < ?3 THEN ?4 ELSE used END,
    ends = max(ends, ?3)
`

export interface SqliteCounters extends Counters {
  /** Writes what is only here. */
  flush(): void
}

/**
 * One write a request would be 5,000 a second, 15 µs and a page of the log each: they are gathered here, at 1.4 µs, and written together once a
 * second. The limit is exact within a process, and late by that second between several.
 */
export function createSqliteCounters(database: Database): SqliteCounters {
  const find = database.prepare('SELECT used FROM counters WHERE name = ? AND span = ? AND ends = ?')
  const add = database.prepare(ADD)
  const held = new Map<string, Held>()
  const unwritten = new Map<string, Held>()
  let flushedAt: EpochSeconds = 0

  function flush(): void {
    if (unwritten.size === 0) return
    database.transact(() => {
      for (const { name, window, ends, unwritten: used } of unwritten.values()) add.run(name, window, ends, used)
    })
    for (const [key, one] of unwritten) {
      if (held.get(key)?.ends === one.ends) held.set(key, { ...one, written: one.written + one.unwritten, unwritten: 0 })
    }
    unwritten.clear()
  }

  /** The last takes of all are written, too, where nobody takes after them. */
  const soon = createRunSoon(flush, EVERY)

  /** What is unwritten of the oldest is written before it makes room: where that fails, nothing was changed. */
  function hold(key: string, next: Held): void {
    const oldest = held.keys().next()
    if (!held.has(key) && held.size >= MOST_HELD && !oldest.done) {
      if (unwritten.has(oldest.value)) flush()
      held.delete(oldest.value)
    }
    held.delete(key)
    held.set(key, next)
  }

  /** What was only read makes nobody write for its place. */
  function holdRead(key: string, next: Held): void {
    const oldest = held.keys().next()
    if (!held.has(key) && held.size >= MOST_HELD && !oldest.done) {
      if (unwritten.has(oldest.value)) return
      held.delete(oldest.value)
    }
    held.set(key, next)
    if (unwritten.has(key)) unwritten.set(key, next)
  }

  function current(name: string, window: Seconds, now: EpochSeconds): readonly [key: string, Held] {
    const key = `${window} ${name}`
    const ends = (Math.floor(now / window) + 1) * window
    const known = held.get(key)
    const isSame = known?.ends === ends
    if (isSame && now - known.readAt < EVERY && now >= known.readAt) return [key, known]
    // The last window's takes are written before their place here is taken.
    if (!isSame && unwritten.has(key)) flush()
    const written = Number(find.get(name, window, ends)?.used ?? 0)
    return [key, { name, window, ends, written, readAt: now, unwritten: isSame ? (held.get(key)?.unwritten ?? 0) : 0 }]
  }

  function keep(key: string, next: Held, now: EpochSeconds): void {
    hold(key, next)
    if (next.unwritten === 0) return
    unwritten.set(key, next)
    if (unwritten.size < MOST_UNWRITTEN && Math.abs(now - flushedAt) < EVERY) soon()
    else {
      flush()
      flushedAt = now
    }
  }

  return {
    async take(name, cost, limit, window, now) {
      const [key, one] = current(name, window, now)
      const used = one.written + one.unwritten
      const taken = used + cost <= limit
      keep(key, taken ? { ...one, unwritten: one.unwritten + cost } : one, now)
      return { taken, used: taken ? used + cost : used, resetsAt: one.ends }
    },
    async read(name, window, now) {
      const [key, one] = current(name, window, now)
      if (held.get(key) !== one) holdRead(key, one)
      return one.written + one.unwritten
    },
    flush,
  }
}
