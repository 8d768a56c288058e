import type { Result } from '../../shared/result.js'
import type { Stores } from './ports.js'
import { openSqliteStores } from './sqlite/open-sqlite-stores.js'

/** Where the data lives. The one place that chooses a store. */
export interface StoreSettings {
  readonly dataDir: string
}

/** @returns the stores, or what is wrong in words. */
export function openStores({ dataDir }: StoreSettings): Result<Stores, string> {
  return openSqliteStores(dataDir)
}
