import { err, ok, type Result } from '../../shared/result.js'
import { combineStores } from './combine-stores.js'
import type { StoreLimits, Stores } from './ports.js'
import { type DatabaseUrl, showDatabase } from './postgres/database-address.js'
import { openPostgresStores } from './postgres/open-postgres-stores.js'
import { openRedisPorts } from './redis/open-redis-ports.js'
import type { RedisSettings } from './redis/parse-redis-url.js'
import { LIMITS } from './retention.js'
import { backUpSqlite, type Copied, restoreSqlite } from './sqlite/backup.js'
import { keepCheckpointed } from './sqlite/keep-checkpointed.js'
import { databaseFile, openSqliteStores } from './sqlite/open-sqlite-stores.js'

export type { Copied }

/** Where the data lives, and how much of it there may be. */
export interface StoreSettings extends Pick<StoreLimits, 'verdictRecords'> {
  readonly dataDir: string
  /** Undefined: in `dataDir`. */
  readonly databaseUrl?: DatabaseUrl | undefined
  /** For what is hot and expires; undefined: with the rest. */
  readonly redis?: RedisSettings | undefined
}

/** Where the data is, for people. */
export const placeOf = ({ dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>): string =>
  databaseUrl ? showDatabase(databaseUrl) : dataDir

/** The one place that chooses a store. @returns the stores, or what is wrong in words. */
export async function openStores({ dataDir, databaseUrl, redis, verdictRecords }: StoreSettings): Promise<Result<Stores, string>> {
  const limits = { ...LIMITS, verdictRecords }
  const durable = databaseUrl ? await openPostgresStores(databaseUrl, limits) : openSqliteStores(dataDir, limits)
  if (!durable.ok || !redis) return durable
  const hot = await openRedisPorts(redis, limits)
  if (hot.ok) return ok(combineStores(durable.value, hot.value))
  await durable.value.close()
  return hot
}

/** Keeps a server's requests from waiting for the disk. @returns what ends it; to be called before the stores are closed. */
export const keepSettled = ({ dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>): (() => Promise<void>) =>
  databaseUrl ? () => Promise.resolve() : keepCheckpointed(databaseFile(dataDir))

const NOT_HERE =
  'The data is in the database of VOUCHSAFE_DATABASE_URL, and not in a folder: use what PostgreSQL has for that (docs/distributed.md).'

/** Copies what is kept to a file, while servers run. @returns what is wrong in words */
export const backUp = ({ dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>, file: string): Result<Copied, string> =>
  databaseUrl ? err(NOT_HERE) : backUpSqlite(dataDir, file)

/** @param isForced what is there may be replaced. @returns what is wrong in words */
export const restore = (
  file: string,
  { dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>,
  isForced: boolean,
): Result<Copied, string> => (databaseUrl ? err(NOT_HERE) : restoreSqlite(file, dataDir, isForced))
