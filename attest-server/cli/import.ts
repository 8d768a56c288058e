import { resolve } from 'node:path'
import { ok } from '../../shared/result.js'
import type { Config } from '../config.js'
import { importSqlite } from '../stores/postgres/import-sqlite.js'
import { type Answer, block, failure, misuse } from './answer.js'
import { migrateFor } from './migrate.js'
import type { Options } from './parse-arguments.js'

/** Copies the data of one server into the database of several. */
export async function importFolder({ from, merge }: Options, config: Config): Promise<Answer> {
  if (from === undefined) return misuse('--from is missing: which data folder?')
  const migrated = await migrateFor(config)
  if (!migrated.ok) return migrated
  const { address, place } = migrated.value
  const imported = await importSqlite(resolve(from), address, merge === true)
  if (!imported.ok) return failure(`${imported.error}${merge ? '' : ' With --merge, what is missing would be added.'}`)
  const rows = Object.entries(imported.value).map(([table, count]) => [table, String(count)] as const)
  return ok({
    data: { from: resolve(from), database: place, imported: imported.value },
    lines: block(`From ${resolve(from)} to ${place}, rows of`, Object.fromEntries(rows)),
    remarks: ['What a server has written to the folder since is not in the database: start none on it any more.'],
  })
}
