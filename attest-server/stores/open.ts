import type { Result } from '../../shared/result.js'
import type { StoreLimits, Stores } from './ports.js'
import { LIMITS } from './retention.js'
import { backUpSqlite, type Copied, restoreSqlite } from './sqlite/backup.js'
import { keepCheckpointed } from './sqlite/keep-checkpointed.js'
import { databaseFile, openSqliteStores } from './sqlite/open-sqlite-stores.js'

export type { Copied }

/** Where the data lives, and how much of it there may be. The one place that chooses a store. */
export interface StoreSettings extends Pick<StoreLimits, 'verdictRecords'> {
  readonly dataDir: string
}

/** @returns the stores, or what is wrong in words. */
export function openStores({ dataDir, verdictRecords }: StoreSettings): Result<Stores, string> {
  return openSqliteStores(dataDir, { ...LIMITS, verdictRecords })
}

/** Keeps a server's requests from waiting for the disk. @returns what ends it; to be called before the stores are closed. */
export const keepSettled = ({ dataDir }: Pick<StoreSettings, 'dataDir'>): (() => Promise<void>) => keepCheckpointed(databaseFile(dataDir))

/** Copies what is kept to a file, while servers run. @returns what is wrong in words */
export const backUp = ({ dataDir }: Pick<StoreSettings, 'dataDir'>, file: string): Result<Copied, string> => backUpSqlite(dataDir, file)

/** @param isForced what is there may be replaced. @returns what is wrong in words */
export const restore = (file: string, { dataDir }: Pick<StoreSettings, 'dataDir'>, isForced: boolean): Result<Copied, string> =>
  restoreSqlite(file, dataDir, isForced)
