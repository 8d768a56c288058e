import type { KeptTexts } from '../ports.js'
import { type Database, type Queries, takeTurn } from './database.js'

const OTHERS = 'SELECT name, bytes FROM kept_texts WHERE name <> $1 AND bytes >= $2 ORDER BY bytes DESC, at'
const SIZE = 'SELECT coalesce(sum(bytes), 0) AS bytes FROM kept_texts WHERE name <> $1'
const PUT = `
  INSERT INTO kept_texts (name, text, at, until) VALUES ($1, $2, $3, $4)
  ON CONFLICT (name) DO UPDATE SET text = excluded.text, at = excluded.at, until = excluded.until
`

/** Within a transaction. @returns false where whatever is longer would not be enough. */
async function makeRoom(queries: Queries, name: string, bytes: number, most: number): Promise<boolean> {
  let left = Number((await queries.get(SIZE, name))?.bytes) + bytes
  if (left <= most) return true
  const going = (await queries.all(OTHERS, name, bytes)).filter((other) => {
    const goes = left > most
    if (goes) left -= Number(other.bytes)
    return goes
  })
  if (left > most) return false
  await queries.run(
    'DELETE FROM kept_texts WHERE name = ANY ($1::text[])',
    going.map((other) => String(other.name)),
  )
  return true
}

/** @param most bytes of all texts; one may take a quarter. */
export const createPostgresKeptTexts = (database: Database, most: number): KeptTexts => ({
  async get(name) {
    const found = await database.get('SELECT text, at FROM kept_texts WHERE name = $1', name)
    return found && { text: String(found.text), at: Number(found.at) }
  },
  async put(name, text, at, until) {
    const bytes = Buffer.byteLength(name + text)
    if (bytes > most / 4) return false
    return database.transact(async (queries) => {
      await takeTurn(queries, 'kept texts')
      if (!(await makeRoom(queries, name, bytes, most))) return false
      await queries.run(PUT, name, text, at, until ?? null)
      return true
    })
  },
})
