import { existsSync } from 'node:fs'
import { err, ok, type Result } from '../../../shared/result.js'
import { packVerdict, unpackVerdict } from '../pack-verdict.js'
import type { VerdictRecord } from '../ports.js'
import { openDatabase, type Database as Source, type Value as SourceValue } from '../sqlite/database.js'
import { databaseFile, openSqliteStores } from '../sqlite/open-sqlite-stores.js'
import { type Columns, type Queries, queriesOn, type Value } from './database.js'
import type { DatabaseAddress } from './database-address.js'
import { type ImportedTable, importedTables } from './import-tables.js'
import { inTransaction, onConnection } from './migrate.js'

/** Rows of how many of each table were copied. */
export type Imported = Readonly<Record<string, number>>

/** Rows at a time: some 2 MB of verdicts. */
const PAGE = 1000

interface Column {
  readonly name: string
  /** In PostgreSQL's words. */
  readonly type: string
}

/** Those whose value the target makes itself are left out: positions are given anew, in the same order. */
const COLUMNS = `
  SELECT column_name AS name, data_type AS type FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO'
  ORDER BY ordinal_position
`

/** Packed without words, which servers of the version before may read beside this one; those of older sources were kept as text. */
const packed = (record: string | Uint8Array | ArrayBuffer): Uint8Array =>
  packVerdict(typeof record === 'string' ? (JSON.parse(record) as VerdictRecord) : unpackVerdict(record), false)

/** What differs: truth is a number in SQLite, and a record is bytes. */
function stored(value: unknown, type: string): string | number | boolean | Uint8Array | null {
  if (value === null || value === undefined) return null
  if (type === 'boolean') return value === 1
  return type === 'bytea' ? packed(value as string | Uint8Array | ArrayBuffer) : (value as string | number)
}

/** @returns the SQL that adds rows, a list for each column; those that are there stay as they are. */
function insertOf({ name, same }: ImportedTable, columns: readonly Column[]): string {
  const names = columns.map((column) => column.name).join(', ')
  const lists = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')
  const isSame = same?.map((column) => `old.${column} IS NOT DISTINCT FROM new.${column}`).join(' AND ')
  const missing = isSame ? `WHERE NOT EXISTS (SELECT 1 FROM ${name} AS old WHERE ${isSame})` : ''
  return `INSERT INTO ${name} (${names}) SELECT * FROM unnest(${lists}) AS new (${names}) ${missing} ON CONFLICT DO NOTHING`
}

/** Page by page in the order of its key: what the source holds never has to fit into memory. */
function* pagesOf(source: Source, { name, key, page = PAGE }: ImportedTable): Generator<readonly Columns[]> {
  const keys = key.split(', ')
  const select = `SELECT ${key === 'rowid' ? 'rowid AS rowid, ' : ''}* FROM ${name}`
  const first = source.prepare(`${select} ORDER BY ${key} LIMIT ${page}`)
  const next = source.prepare(`${select} WHERE (${key}) > (${keys.map(() => '?').join(', ')}) ORDER BY ${key} LIMIT ${page}`)
  let rows = first.all()
  while (rows.length > 0) {
    yield rows
    const last = rows.at(-1)!
    rows = next.all(...keys.map((column) => last[column] as SourceValue))
  }
}

async function copyTable(source: Source, target: Queries, table: ImportedTable): Promise<number> {
  const columns = (await target.all(COLUMNS, table.name)).map(({ name, type }): Column => ({ name: String(name), type: String(type) }))
  const insert = insertOf(table, columns)
  let copied = 0
  for (const rows of pagesOf(source, table)) {
    const lists = columns.map(({ name, type }): Value => rows.map((row) => stored(row[name], type)))
    copied += await target.run(insert, ...lists)
  }
  return copied
}

/** @returns the tables that hold something. */
async function filledOf(target: Queries): Promise<readonly string[]> {
  const filled: string[] = []
  for (const { name } of importedTables) if (await target.get(`SELECT 1 FROM ${name} LIMIT 1`)) filled.push(name)
  return filled
}

/** Opened by the embedded store itself first, which brings the data of an older version along. */
async function openSource(folder: string): Promise<Result<Source, string>> {
  if (!existsSync(databaseFile(folder))) return err(`There is no data in ${folder}: ${databaseFile(folder)} is missing.`)
  const stores = openSqliteStores(folder)
  if (!stores.ok) return stores
  await stores.value.close()
  return ok(openDatabase(databaseFile(folder)))
}

/**
 * Copies an embedded store into a database whose schema is this version's, in one transaction: after a crash nothing of it is there, and it is
 * done again.
 * @param isMerge also into one that holds something; what is there already stays as it is.
 * @returns what is wrong in words, when nothing was copied.
 * @throws StoreUnavailable when the database does not answer, or refuses a row.
 */
export async function importSqlite(folder: string, address: DatabaseAddress, isMerge: boolean): Promise<Result<Imported, string>> {
  const source = await openSource(folder)
  if (!source.ok) return source
  try {
    return await onConnection(address, (client) =>
      inTransaction(client, async () => {
        const target = queriesOn(client, address)
        const filled = await filledOf(target)
        if (filled.length > 0 && !isMerge) return err(`The database holds something already (${filled.join(', ')}). Nothing was copied.`)
        const imported: Record<string, number> = {}
        for (const table of importedTables) imported[table.name] = await copyTable(source.value, target, table)
        return ok(imported)
      }),
    )
  } finally {
    source.value.close()
  }
}
