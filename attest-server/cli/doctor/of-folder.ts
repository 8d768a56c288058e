import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase } from '../../stores/sqlite/database.js'
import { migrations } from '../../stores/sqlite/migrations.js'
import { databaseFile } from '../../stores/sqlite/open-sqlite-stores.js'
import { bad, type Checkup, good } from './checkup.js'
import { freeSpace } from './free-space.js'

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** The folder itself, or the one in which it will be made. */
const standing = (path: string): string => (existsSync(path) ? path : standing(dirname(path)))

function read(file: string, sql: string, column: string): number {
  const database = openDatabase(file)
  try {
    return Number(database.prepare(sql).get()?.[column])
  } finally {
    database.close()
  }
}

/** A data folder, and what is in it. */
export const ofFolder: readonly Checkup<string>[] = [
  {
    name: 'data folder',
    async examine(folder) {
      const place = standing(folder)
      if (!mayWrite(place)) return bad(`${place} cannot be written`, 'Set VOUCHSAFE_DATA_DIR to a folder that can be written.')
      return good(place === folder ? `${folder} can be written` : `${folder} will be made at the first start`)
    },
  },
  {
    name: 'schema',
    async examine(folder) {
      if (!existsSync(databaseFile(folder))) return undefined
      const version = read(databaseFile(folder), 'PRAGMA user_version', 'user_version')
      if (version > migrations.length)
        return bad(`the data was written by a newer version of Vouchsafe (${version})`, 'Use that version, or another VOUCHSAFE_DATA_DIR.')
      return good(`version ${version} of ${migrations.length}${version < migrations.length ? '; the next start brings it along' : ''}`)
    },
  },
  {
    name: 'signing key',
    async examine(folder) {
      if (!existsSync(databaseFile(folder))) return good('will be made at the first start')
      const keys = read(databaseFile(folder), 'SELECT count(*) AS keys FROM signing_keys', 'keys')
      return good(keys > 0 ? `${keys} published` : 'will be made at the first start')
    },
  },
  { name: 'space', examine: freeSpace },
]
