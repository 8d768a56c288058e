import type { ReplayGuard } from '../ports.js'
import type { Database } from './database.js'

/** One statement, so that it is one step: the row is there or it is not. */
export function createSqliteReplayGuard(database: Database): ReplayGuard {
  const claim = database.prepare('INSERT INTO claims (id, until) VALUES (?, ?) ON CONFLICT DO NOTHING')
  return { claimOnce: async (id, until) => claim.run(id, until) === 1 }
}
