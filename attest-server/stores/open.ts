import type { Result } from '../../shared/result.js'
import type { StoreLimits, Stores } from './ports.js'
import { type DatabaseUrl, showDatabase } from './postgres/database-address.js'
import { openPostgresStores } from './postgres/open-postgres-stores.js'
import { LIMITS } from './retention.js'
import { keepCheckpointed } from './sqlite/keep-checkpointed.js'
import { databaseFile, openSqliteStores } from './sqlite/open-sqlite-stores.js'

/** Where the data lives, and how much of it there may be. */
export interface StoreSettings extends Pick<StoreLimits, 'verdictRecords'> {
  readonly dataDir: string
  /** Undefined: in `dataDir`. */
  readonly databaseUrl?: DatabaseUrl | undefined
}

/** Where the data is, for people. */
export const placeOf = ({ dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>): string =>
  databaseUrl ? showDatabase(databaseUrl) : dataDir

/** The one place that chooses a store. @returns the stores, or what is wrong in words. */
export async function openStores({ dataDir, databaseUrl, verdictRecords }: StoreSettings): Promise<Result<Stores, string>> {
  const limits = { ...LIMITS, verdictRecords }
  return databaseUrl ? openPostgresStores(databaseUrl, limits) : openSqliteStores(dataDir, limits)
}

/** Keeps a server's requests from waiting for the disk. @returns what ends it; to be called before the stores are closed. */
export const keepSettled = ({ dataDir, databaseUrl }: Omit<StoreSettings, 'verdictRecords'>): (() => Promise<void>) =>
  databaseUrl ? () => Promise.resolve() : keepCheckpointed(databaseFile(dataDir))
