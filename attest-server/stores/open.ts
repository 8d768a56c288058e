import type { Result } from '../../shared/result.js'
import type { StoreLimits, Stores } from './ports.js'
import { LIMITS } from './retention.js'
import { openSqliteStores } from './sqlite/open-sqlite-stores.js'

/** Where the data lives, and how much of it there may be. The one place that chooses a store. */
export interface StoreSettings extends Pick<StoreLimits, 'verdictRecords'> {
  readonly dataDir: string
}

/** @returns the stores, or what is wrong in words. */
export function openStores({ dataDir, verdictRecords }: StoreSettings): Result<Stores, string> {
  return openSqliteStores(dataDir, { ...LIMITS, verdictRecords })
}
