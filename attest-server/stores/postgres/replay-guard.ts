import type { ReplayGuard } from '../ports.js'
import type { Database } from './database.js'

const CLAIM = 'INSERT INTO claims (id, until, holder) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'

/** One statement, so that it is one step: the row is there or it is not. Who holds it never changes: that may be read afterwards. */
export const createPostgresReplayGuard = (database: Database): ReplayGuard => ({
  async claimOnce(id, _from, until, holder) {
    if ((await database.run(CLAIM, id, until, holder ?? null)) === 1) return true
    return holder !== undefined && (await database.get('SELECT holder FROM claims WHERE id = $1', id))?.holder === holder
  },
})
