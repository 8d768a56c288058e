import type { KeptTexts } from '../ports.js'
import type { Database } from './database.js'

/** @param most bytes of all texts; one may take a quarter. */
export function createSqliteKeptTexts(database: Database, most: number): KeptTexts {
  const get = database.prepare('SELECT text, at FROM kept_texts WHERE name = ?')
  const drop = database.prepare('DELETE FROM kept_texts WHERE name = ?')
  const dropOldest = database.prepare('DELETE FROM kept_texts WHERE rowid = (SELECT rowid FROM kept_texts ORDER BY at, rowid LIMIT 1)')
  const insert = database.prepare('INSERT INTO kept_texts VALUES (?, ?, ?)')
  const size = database.prepare("SELECT rows AS size FROM counts WHERE name = 'kept_texts'")
  return {
    async get(name) {
      const found = get.get(name)
      return found && { text: String(found.text), at: Number(found.at) }
    },
    async put(name, text, at) {
      const bytes = Buffer.byteLength(name + text)
      if (bytes > most / 4) return false
      return database.transact(() => {
        drop.run(name)
        while (Number(size.get()?.size) + bytes > most && dropOldest.run() > 0);
        insert.run(name, text, at)
        return true
      })
    },
  }
}
