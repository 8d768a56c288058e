import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import { type StoreLimits, type Stores, StoreUnavailable } from '../ports.js'
import { LIMITS } from '../retention.js'
import { createPostgresAccounts } from './accounts.js'
import { createPostgresApiKeys } from './api-keys.js'
import { createPostgresCounters } from './counters.js'
import { createPostgresCredentials } from './credentials.js'
import { type Database, isDirect, openDatabase } from './database.js'
import { type DatabaseUrl, showDatabase } from './database-address.js'
import { createPostgresDevices } from './devices.js'
import { createErase } from './erase.js'
import { createPostgresEventInbox } from './event-inbox.js'
import { createPostgresExceptions } from './exceptions.js'
import { createPostgresKeptTexts } from './kept-texts.js'
import { createPostgresLabels } from './labels.js'
import { createPostgresLiveSessions } from './live-sessions.js'
import { isUsable, migrate } from './migrate.js'
import { createPostgresOutbox } from './outbox.js'
import { createPostgresProjects } from './projects.js'
import { createPrune } from './prune.js'
import { readCertificates } from './read-certificates.js'
import { createPostgresReplayGuard } from './replay-guard.js'
import { createPostgresRevocations } from './revocations.js'
import { createPostgresRollups } from './rollups.js'
import { createPostgresRuleBook } from './rule-book.js'
import { createPostgresSessions } from './sessions.js'
import { createPostgresSettings } from './settings.js'
import { createPostgresSigningKeys } from './signing-keys.js'
import { createPostgresSketches } from './sketches.js'
import { createPostgresVerdicts, wordsSince } from './verdicts.js'

/** What names sessions, or comes in streams. */
const streamsOn = (database: Database, limits: StoreLimits, since: EpochSeconds) => ({
  replays: createPostgresReplayGuard(database),
  sessions: createPostgresSessions(database),
  devices: createPostgresDevices(database),
  sketches: createPostgresSketches(database),
  verdicts: createPostgresVerdicts(database, since),
  counters: createPostgresCounters(database),
  inbox: createPostgresEventInbox(database, limits.waiting),
  liveSessions: createPostgresLiveSessions(database),
  labels: createPostgresLabels(database),
  outbox: createPostgresOutbox(database, limits.messages),
  texts: createPostgresKeptTexts(database, limits.keptTexts),
  rollups: createPostgresRollups(database),
})

/** What owners set up. */
const controlOn = (database: Database, limits: StoreLimits) => ({
  projects: createPostgresProjects(database),
  signingKeys: createPostgresSigningKeys(database),
  apiKeys: createPostgresApiKeys(database, limits.apiKeys),
  accounts: createPostgresAccounts(database, limits),
  credentials: createPostgresCredentials(database),
  settings: createPostgresSettings(database),
  rules: createPostgresRuleBook(database, limits.rules),
  exceptions: createPostgresExceptions(database, limits.exceptions),
  revocations: createPostgresRevocations(database, limits.revocations),
})

/** Seconds. What is over by one server's clock is forgotten for all: whoever is further off than this is not ready, and forgets nothing. */
const MOST_SKEW = 2

/** @throws StoreUnavailable also where the two clocks differ. */
async function checkClock(database: Database): Promise<void> {
  const before = Date.now() / 1000
  const found = await database.get(
    'SELECT extract(epoch FROM clock_timestamp())::double precision AS now FROM (SELECT count(*) FROM signing_keys) AS keys',
  )
  const theirs = Number(found?.now)
  if (theirs < before - MOST_SKEW || theirs > Date.now() / 1000 + MOST_SKEW)
    throw new StoreUnavailable(new Error(`the clocks of the database and of this server differ by more than ${MOST_SKEW} seconds`))
}

function storesOn(database: Database, limits: StoreLimits, since: EpochSeconds): Stores {
  const streams = streamsOn(database, limits, since)
  const prune = createPrune(database, limits)
  return {
    ...streams,
    ...controlOn(database, limits),
    erase: createErase(database),
    async prune(now) {
      await streams.counters.flush()
      await streams.rollups.flush()
      return prune(now)
    },
    check: () => checkClock(database),
    async close() {
      try {
        await streams.counters.flush()
        await streams.rollups.flush()
      } finally {
        await database.close()
      }
    },
  }
}

const POOLER = 'a pooler stands between: add pooler=on to VOUCHSAFE_DATABASE_URL'
/** A pooler refuses what connections are told, or mixes up what they prepare. */
const POOLED = /startup parameter|prepared statement "/

const saidBy = ({ cause }: StoreUnavailable): string =>
  (cause instanceof Error && cause.message) || String((cause as { code?: unknown }).code)

/** Whether a pooler that nobody spoke of is to blame. */
export const isOfPooler = (error: StoreUnavailable): boolean => POOLED.test(saidBy(error))

/** @returns why, without a password: the driver's own words hold none. */
export const reasonOf = (error: StoreUnavailable): string => (isOfPooler(error) ? `${saidBy(error)}; ${POOLER}` : saidBy(error))

/** @throws StoreUnavailable where a pooler that nobody spoke of keeps back what connections are told: it mixes up what they prepare, too. */
async function checkWay(database: Database, { isPooled }: DatabaseUrl): Promise<void> {
  if (!isPooled && !(await isDirect(database))) throw new StoreUnavailable(new Error(POOLER))
}

/**
 * Brings the database to this version's schema, where it is older, and opens it.
 * @returns what is wrong in words, when it cannot be used.
 */
export async function openPostgresStores(url: DatabaseUrl, limits: StoreLimits = LIMITS): Promise<Result<Stores, string>> {
  const address = readCertificates(url)
  if (!address.ok) return address
  try {
    const state = await migrate(address.value)
    if (isUsable(state)) {
      const database = openDatabase(address.value)
      try {
        const [since] = await Promise.all([wordsSince(database), checkWay(database, url), checkClock(database)])
        return ok(storesOn(database, limits, since))
      } catch (error) {
        await database.close()
        throw error
      }
    }
    return err(
      `The data in ${showDatabase(url)} needs a newer version of Vouchsafe (schema ${state.version}; this one knows ${state.known}).`,
    )
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return err(
      `The database ${showDatabase(url)} cannot be used (${reasonOf(error)}). See VOUCHSAFE_DATABASE_URL, or run "vouchsafe doctor".`,
    )
  }
}
