import type { KeptTexts } from '../ports.js'
import type { Database } from './database.js'

/** Bytes; in the words of an index. */
const SIZE = 'length(CAST(name AS BLOB)) + length(CAST(text AS BLOB))'
const OTHERS = `SELECT name, ${SIZE} AS bytes FROM kept_texts WHERE name <> ? ORDER BY ${SIZE} DESC, at`

/** @param most bytes of all texts; one may take a quarter. */
export function createSqliteKeptTexts(database: Database, most: number): KeptTexts {
  const get = database.prepare('SELECT text, at FROM kept_texts WHERE name = ?')
  const drop = database.prepare('DELETE FROM kept_texts WHERE name = ?')
  const others = database.prepare(OTHERS)
  const insert = database.prepare('INSERT INTO kept_texts (name, text, at, until) VALUES (?, ?, ?, ?)')
  const size = database.prepare(`SELECT rows - coalesce((SELECT ${SIZE} FROM kept_texts WHERE name = ?), 0) AS size
    FROM counts WHERE name = 'kept_texts'`)

  /** Within a transaction. @returns false where whatever is longer would not be enough. */
  function makeRoom(name: string, bytes: number): boolean {
    let left = Number(size.get(name)?.size) + bytes
    if (left <= most) return true
    const longer = others.all(name).filter((other) => Number(other.bytes) >= bytes)
    const going = longer.filter((other) => {
      const goes = left > most
      if (goes) left -= Number(other.bytes)
      return goes
    })
    if (left > most) return false
    for (const other of going) drop.run(String(other.name))
    return true
  }

  return {
    async get(name) {
      const found = get.get(name)
      return found && { text: String(found.text), at: Number(found.at) }
    },
    async put(name, text, at, until) {
      const bytes = Buffer.byteLength(name + text)
      if (bytes > most / 4) return false
      return database.transact(() => {
        if (!makeRoom(name, bytes)) return false
        drop.run(name)
        insert.run(name, text, at, until ?? null)
        return true
      })
    },
  }
}
