import Libsql from 'libsql'
import { StoreUnavailable } from '../ports.js'
import type { Columns } from '../rows.js'
import { createWriteTogether } from './write-together.js'

export type Value = string | number | Uint8Array | null
export type { Columns }

/** A prepared statement whose failures are `StoreUnavailable`. */
export interface Statement {
  /** @returns how many rows changed. */
  run(...values: readonly Value[]): number
  get(...values: readonly Value[]): Columns | undefined
  all(...values: readonly Value[]): readonly Columns[]
}

/** The little that the stores use of an SQLite driver. */
export interface Database {
  prepare(sql: string): Statement
  /** Several statements without values. */
  exec(sql: string): void
  /** All of `work` or nothing of it, and nothing of other processes in between. */
  transact<T>(work: () => T): T
  /**
   * One statement that changes something, and reads that go with it: in one transaction with all others of this turn of the event loop. Resolves once it is
   * written down, and rejects where it is not.
   */
  share<T>(work: () => T): Promise<T>
  close(): void
}

/** How long one process waits for another's write. */
const BUSY_MS = 5000

/**
 * Pages, 16 MB: beyond that a write also moves the log into the file, and waits for the disk. Rarely: see `keep-checkpointed.ts`, which leaves
 * little to be moved.
 */
const MOST_LOG = 4000

/**
 * - WAL: readers and the writer do not wait for each other, and the command line can work beside a running server.
 * - `synchronous = NORMAL`: a write survives the end of the process as soon as it is acknowledged. Only a power cut can undo the last
 *   ones; a challenge claimed in that moment could be redeemed once more within its five minutes. In return no request waits for a disk.
 */
const SETTINGS = `
  PRAGMA wal_autocheckpoint = ${MOST_LOG};
  PRAGMA busy_timeout = ${BUSY_MS};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
`

/** For files that are looked at and left as they are. */
export const INSPECTING = `PRAGMA busy_timeout = ${BUSY_MS}`
/** For files that nobody else may have open. */
export const SEIZING = 'PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE'

const WRITING = /^\s*(INSERT|UPDATE|DELETE)\b/i

/** @throws whatever the driver throws when it cannot open the file; see `openSqliteStores`. */
export function openDatabase(file: string, settings: string = SETTINGS): Database {
  const driver = new Libsql(file)
  driver.exec(settings)
  // libsql lets a statement that outlives its database go on working.
  let isClosed = false

  function guard<T>(work: () => T): T {
    if (isClosed) throw new StoreUnavailable('closed')
    try {
      return work()
    } catch (error) {
      throw new StoreUnavailable(error)
    }
  }

  function inTransaction<T>(work: () => T): T {
    driver.exec('BEGIN IMMEDIATE')
    try {
      const made = work()
      driver.exec('COMMIT')
      return made
    } catch (error) {
      // Of a disk that is full SQLite has taken it back already.
      if (driver.inTransaction) driver.exec('ROLLBACK')
      throw error
    }
  }
  const transact = <T>(work: () => T): T => guard(() => inTransaction(work))
  const together = createWriteTogether(transact, () => driver.inTransaction)

  /**
   * A statement that waits in vain for another process's write stays where it is, until it is begun anew: the driver cannot reset it. What is read next
   * is then never let go, and behind that nothing of this connection can be written again. So it is the transaction that waits, which leaves nothing behind.
   */
  const alone = <T>(work: () => T): T => guard(() => (driver.inTransaction ? work() : inTransaction(work)))

  return {
    prepare(sql) {
      const statement = guard(() => driver.prepare(sql))
      const within = WRITING.test(sql) ? alone : guard
      return {
        run: (...values) => within(() => statement.run(...values).changes),
        get: (...values) => within(() => statement.get(...values) as Columns | undefined),
        all: (...values) => within(() => statement.all(...values) as Columns[]),
      }
    },
    exec: (sql) => void guard(() => driver.exec(sql)),
    transact,
    share: together.share,
    close() {
      together.flush()
      isClosed = true
      driver.close()
    },
  }
}
