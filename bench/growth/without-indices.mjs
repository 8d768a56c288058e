/**
 * Takes indices and triggers away while tables are filled, and puts them back: ten million rows are sorted once for each index, and not put into the middle of it one
 * by one, which would write the disk full a hundred times over.
 *
 * @param {import('libsql').Database} database
 * @param {readonly string[]} tables
 * @param {RegExp} kept names of indices that stay
 * @param {() => void} fill
 */
export function withoutIndices(database, tables, kept, fill) {
  const list = tables.map((table) => `'${table}'`).join(', ')
  // Without SQL: those that belong to the table itself.
  const found = `SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND tbl_name IN (${list}) AND sql IS NOT NULL`
  const all = /** @type {{ type: string, name: string, sql: string }[]} */ (database.prepare(found).all())
  const taken = all.filter(({ name }) => !kept.test(name))
  for (const { type, name } of taken) database.exec(`DROP ${type} ${name}`)
  fill()
  for (const { sql } of taken) {
    database.exec(sql)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }
}
