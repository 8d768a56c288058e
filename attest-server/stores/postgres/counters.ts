import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Counters } from '../ports.js'
import { createRunSoon } from '../run-soon.js'
import type { Database } from './database.js'

/** What this process took is written this often, and a second after the last of it; and what others took is read as often. */
const EVERY: Seconds = 1
/** Or as soon as so many windows changed. */
const MOST_UNWRITTEN = 256
/** Windows that are held here; about 200 bytes each. */
const MOST_HELD = 10_000

interface Held {
  readonly name: string
  readonly window: Seconds
  readonly ends: EpochSeconds
  /** As the database says, of all processes. */
  written: number
  readAt: EpochSeconds
  /** On its way to the database. */
  writing: number
  /** Taken here since. */
  unwritten: number
  /** How often it was written: what was asked for before is of no use after. */
  writes: number
  reading: Promise<void> | undefined
}

const FIND = 'SELECT used FROM counters WHERE name = $1 AND span = $2 AND ends = $3'
/** A window that is over starts anew; a late writer adds nothing to the next one. In the same order everywhere, so that nobody waits in a circle. */
const ADD = `
  INSERT INTO counters AS c (name, span, ends, used)
  SELECT * FROM unnest($1::text[], $2::double precision[], $3::double precision[], $4::double precision[]) AS taken (name, span, ends, used)
  ORDER BY taken.name COLLATE "C", taken.span
  ON CONFLICT (name, span) DO UPDATE SET
    used = CASE WHEN c.ends = excluded.ends THEN c.used + excluded.used WHEN c.ends < excluded.ends THEN excluded.used ELSE c.used END,
    ends = greatest(c.ends, excluded.ends)
  RETURNING name, span, ends, used
`

const keyOf = ({ name, window }: Pick<Held, 'name' | 'window'>): string => `${window} ${name}`

/** Of two windows of one counter, the earlier one is over, and nobody asks for it any more. */
function latest(windows: Iterable<Held>): ReadonlyMap<string, Held> {
  const byKey = new Map<string, Held>()
  for (const one of windows) if ((byKey.get(keyOf(one))?.ends ?? 0) < one.ends) byKey.set(keyOf(one), one)
  return byKey
}

export interface PostgresCounters extends Counters {
  /** Writes what is only here. */
  flush(): Promise<void>
}

/** Takes are gathered here and written together once a second. The limit is exact within a process, and late by that second between several. */
export function createPostgresCounters(database: Database): PostgresCounters {
  const held = new Map<string, Held>()
  const unwritten = new Set<Held>()
  let flushing: Promise<void> = Promise.resolve()
  let flushedAt: EpochSeconds = 0

  async function write(): Promise<void> {
    const batch = latest(unwritten)
    unwritten.clear()
    if (batch.size === 0) return
    const list = [...batch.values()]
    for (const one of list) {
      one.writing = one.unwritten
      one.unwritten = 0
      one.writes++
    }
    const columns = [list.map(({ name }) => name), list.map(({ window }) => window), list.map(({ ends }) => ends)] as const
    try {
      const rows = await database.all(
        ADD,
        ...columns,
        list.map(({ writing }) => writing),
      )
      for (const { name, span, ends, used } of rows) {
        const one = batch.get(keyOf({ name: String(name), window: Number(span) }))
        if (one?.ends === Number(ends)) one.written = Number(used)
      }
    } catch (error) {
      for (const one of list) unwritten.add(Object.assign(one, { unwritten: one.unwritten + one.writing }))
      throw error
    } finally {
      for (const one of list) one.writing = 0
    }
  }

  /** One after the other; a failed one keeps nobody from trying again. */
  function flush(): Promise<void> {
    const next = flushing.catch(() => undefined).then(write)
    flushing = next
    next.catch(() => undefined)
    return next
  }

  /** The last takes of all are written, too, where nobody takes after them. */
  const soon = createRunSoon(flush, EVERY)

  async function read(one: Held, now: EpochSeconds): Promise<void> {
    await flushing.catch(() => undefined)
    const writes = one.writes
    const used = Number((await database.get(FIND, one.name, one.window, one.ends))?.used ?? 0)
    if (one.writes === writes) one.written = used
    one.readAt = now
  }

  /** What is written already goes first, and of that what came first. */
  function makeRoom(): void {
    if (held.size <= MOST_HELD) return
    for (const [key, one] of held) {
      if (unwritten.has(one) || one.writing > 0) continue
      held.delete(key)
      return
    }
  }

  function hold(name: string, window: Seconds, ends: EpochSeconds): Held {
    const one = { name, window, ends, written: 0, readAt: -Infinity, writing: 0, unwritten: 0, writes: 0, reading: undefined }
    held.set(keyOf(one), one)
    makeRoom()
    return one
  }

  async function current(name: string, window: Seconds, now: EpochSeconds): Promise<Held> {
    const ends = (Math.floor(now / window) + 1) * window
    const known = held.get(keyOf({ name, window }))
    const one = known?.ends === ends ? known : hold(name, window, ends)
    if (Math.abs(now - one.readAt) < EVERY) return one
    one.reading ??= read(one, now).finally(() => {
      one.reading = undefined
    })
    await one.reading
    return one
  }

  const usedOf = ({ written, writing, unwritten }: Held): number => written + writing + unwritten

  return {
    async take(name, cost, limit, window, now) {
      const one = await current(name, window, now)
      const used = usedOf(one)
      if (used + cost > limit) return { taken: false, used, resetsAt: one.ends }
      one.unwritten += cost
      unwritten.add(one)
      if (unwritten.size >= MOST_UNWRITTEN || Math.abs(now - flushedAt) >= EVERY) {
        flushedAt = now
        // Whoever takes need not wait for that, and what fails is tried again with the next.
        void flush()
      } else soon()
      return { taken: true, used: used + cost, resetsAt: one.ends }
    },
    read: async (name, window, now) => usedOf(await current(name, window, now)),
    flush,
  }
}
