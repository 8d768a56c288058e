import { join } from 'node:path'
import Libsql from 'libsql'

/** Opens the file of an embedded store as SQLite would after a crash, while no server runs. @returns what is wrong with it */
export async function findDamage(dataDir: string): Promise<string | undefined> {
  const database = new Libsql(join(dataDir, 'vouchsafe.db'))
  try {
    const rows = database.prepare('PRAGMA integrity_check').all() as readonly { readonly integrity_check: string }[]
    const said = rows.map(({ integrity_check: line }) => line).join('; ')
    return said === 'ok' ? undefined : said
  } finally {
    database.close()
  }
}
