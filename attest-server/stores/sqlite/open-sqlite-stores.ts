import { chmodSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.js'
import type { StoreLimits, Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { type Database, openDatabase } from './database.js'
import { createSqliteDevices, createSqliteReplayGuard, createSqliteSessions } from './histories.js'
import { makeFolder } from './make-folder.js'
import { migrate } from './migrations.js'
import { createSqliteProjects } from './projects.js'
import { createPrune } from './prune.js'
import { createSqliteSigningKeys } from './signing-keys.js'
import { createSqliteVerdicts } from './verdicts.js'

const FILE = 'vouchsafe.db'
/** The file holds the signing keys: its owner alone may read it. SQLite gives its log files the rights of the main one. */
const OWNER_ONLY = 0o600
const OWNER_ONLY_FOLDER = 0o700

function openFile(folder: string): Database {
  makeFolder(folder, OWNER_ONLY_FOLDER)
  const file = join(folder, FILE)
  closeSync(openSync(file, 'a', OWNER_ONLY))
  chmodSync(file, OWNER_ONLY)
  return openDatabase(file)
}

const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && code !== '' ? code : 'it is no database that can be written'
}

function storesOn(database: Database, limits: StoreLimits): Stores {
  const check = database.prepare('SELECT count(*) AS keys FROM signing_keys')
  const prune = createPrune(database, limits)
  return {
    replays: createSqliteReplayGuard(database),
    projects: createSqliteProjects(database),
    sessions: createSqliteSessions(database),
    devices: createSqliteDevices(database),
    verdicts: createSqliteVerdicts(database),
    signingKeys: createSqliteSigningKeys(database),
    prune: async (now) => prune(now),
    check: async () => void check.get(),
    close: async () => database.close(),
  }
}

/**
 * Opens the embedded store: one file in `folder`, made when it is not there.
 * @returns what is wrong in words, when it cannot be used.
 */
export function openSqliteStores(folder: string, limits: StoreLimits = LIMITS): Result<Stores, string> {
  let database: Database
  try {
    database = openFile(folder)
  } catch (error) {
    return err(`The data folder ${folder} cannot be used (${reasonOf(error)}). Set VOUCHSAFE_DATA_DIR to a folder that can be written.`)
  }
  if (migrate(database)) return ok(storesOn(database, limits))
  database.close()
  return err(`The data in ${folder} was written by a newer version of Vouchsafe. Use that version, or another VOUCHSAFE_DATA_DIR.`)
}
