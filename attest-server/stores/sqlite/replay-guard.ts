import type { ReplayGuard } from '../ports.js'
import type { Database } from './database.js'

/** One statement, so that it is one step: the row is there or it is not. Who holds it never changes: that may be read afterwards. */
export function createSqliteReplayGuard(database: Database): ReplayGuard {
  const claim = database.prepare('INSERT INTO claims (id, until, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const find = database.prepare('SELECT holder FROM claims WHERE id = ?')
  return {
    claimOnce: (id, _from, until, holder) =>
      database.share(() => claim.run(id, until, holder ?? null) === 1 || (holder !== undefined && find.get(id)?.holder === holder)),
  }
}
