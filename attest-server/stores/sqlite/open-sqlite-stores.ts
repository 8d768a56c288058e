import { chmodSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.js'
import type { StoreLimits, Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { createSqliteAccounts } from './accounts.js'
import { createSqliteApiKeys } from './api-keys.js'
import { createSqliteCounters } from './counters.js'
import { createSqliteCredentials } from './credentials.js'
import { type Database, openDatabase } from './database.js'
import { createSqliteDevices } from './devices.js'
import { createErase } from './erase.js'
import { createSqliteEventInbox } from './event-inbox.js'
import { createSqliteExceptions } from './exceptions.js'
import { createSqliteKeptTexts } from './kept-texts.js'
import { createSqliteLabels } from './labels.js'
import { createSqliteLiveSessions } from './live-sessions.js'
import { makeFolder } from './make-folder.js'
import { migrate } from './migrations.js'
import { createSqliteOutbox } from './outbox.js'
import { createSqliteProjects } from './projects.js'
import { createPrune } from './prune.js'
import { createSqliteReplayGuard } from './replay-guard.js'
import { createSqliteRevocations } from './revocations.js'
import { createSqliteRollups } from './rollups.js'
import { createSqliteRuleBook } from './rule-book.js'
import { createSqliteSessions } from './sessions.js'
import { createSqliteSettings } from './settings.js'
import { createSqliteSigningKeys } from './signing-keys.js'
import { createSqliteSketches } from './sketches.js'
import { createSqliteVerdicts } from './verdicts.js'

const FILE = 'vouchsafe.db'
/** The file holds the signing keys: its owner alone may read it. SQLite gives its log files the rights of the main one. */
export const OWNER_ONLY = 0o600
export const OWNER_ONLY_FOLDER = 0o700

export const databaseFile = (folder: string): string => join(folder, FILE)

function openFile(folder: string): Database {
  makeFolder(folder, OWNER_ONLY_FOLDER)
  const file = databaseFile(folder)
  closeSync(openSync(file, 'a', OWNER_ONLY))
  chmodSync(file, OWNER_ONLY)
  return openDatabase(file)
}

const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && code !== '' ? code : 'it is no database that can be written'
}

/** What names sessions, or comes in streams. */
const streamsOn = (database: Database, limits: StoreLimits) => ({
  replays: createSqliteReplayGuard(database),
  sessions: createSqliteSessions(database),
  devices: createSqliteDevices(database),
  sketches: createSqliteSketches(database),
  verdicts: createSqliteVerdicts(database),
  counters: createSqliteCounters(database),
  inbox: createSqliteEventInbox(database, limits.waiting),
  liveSessions: createSqliteLiveSessions(database),
  labels: createSqliteLabels(database),
  outbox: createSqliteOutbox(database, limits.messages),
  texts: createSqliteKeptTexts(database, limits.keptTexts),
  rollups: createSqliteRollups(database),
})

/** What owners set up. */
const controlOn = (database: Database, limits: StoreLimits) => ({
  projects: createSqliteProjects(database),
  signingKeys: createSqliteSigningKeys(database),
  apiKeys: createSqliteApiKeys(database, limits.apiKeys),
  accounts: createSqliteAccounts(database, limits),
  credentials: createSqliteCredentials(database),
  settings: createSqliteSettings(database),
  rules: createSqliteRuleBook(database, limits.rules),
  exceptions: createSqliteExceptions(database, limits.exceptions),
  revocations: createSqliteRevocations(database, limits.revocations),
})

function storesOn(database: Database, limits: StoreLimits): Stores {
  const check = database.prepare('SELECT count(*) AS keys FROM signing_keys')
  const streams = streamsOn(database, limits)
  const prune = createPrune(database, limits)
  const erase = createErase(database)
  return {
    ...streams,
    ...controlOn(database, limits),
    erase: async (projectId, session) => erase(projectId, session),
    async prune(now) {
      streams.counters.flush()
      streams.rollups.flush()
      return prune(now)
    },
    check: async () => void check.get(),
    async close() {
      try {
        streams.counters.flush()
        streams.rollups.flush()
      } finally {
        database.close()
      }
    },
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
