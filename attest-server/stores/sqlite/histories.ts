import type { DeviceHistory, Devices, ReplayGuard, SessionHistory, Sessions } from '../ports.js'
import { PACE_WINDOW } from '../retention.js'
import type { Database } from './database.js'

/** One statement, so that it is one step: the row is there or it is not. */
export function createSqliteReplayGuard(database: Database): ReplayGuard {
  const claim = database.prepare('INSERT INTO claims (id, until) VALUES (?, ?) ON CONFLICT DO NOTHING')
  return { claimOnce: async (id, until) => claim.run(id, until) === 1 }
}

export function createSqliteSessions(database: Database): Sessions {
  const advance = database.prepare(`
    INSERT INTO sessions (project_id, session, first_seen, last_seen, evidences, window_start, recent, answered)
    VALUES (?1, ?2, ?3, ?3, 1, ?3, 1, ?4)
    ON CONFLICT DO UPDATE SET
      last_seen = ?3,
      evidences = evidences + 1,
      recent = CASE WHEN ?3 - window_start >= ${PACE_WINDOW} THEN 1 ELSE recent + 1 END,
      window_start = CASE WHEN ?3 - window_start >= ${PACE_WINDOW} THEN ?3 ELSE window_start END,
      answered = max(answered, ?4)
    RETURNING first_seen AS firstSeen, evidences, recent, answered
  `)
  return {
    async advance(projectId, session, round, now) {
      const row = advance.get(projectId, session, now, round) as unknown as SessionHistory
      const { firstSeen, evidences, recent, answered } = row
      return { firstSeen, evidences, recent, answered }
    },
  }
}

export function createSqliteDevices(database: Database): Devices {
  const meet = database.prepare(`
    INSERT INTO devices (thumbprint, first_seen, last_seen, encounters) VALUES (?1, ?2, ?2, 1)
    ON CONFLICT DO UPDATE SET last_seen = ?2, encounters = encounters + 1
    RETURNING first_seen AS firstSeen, encounters
  `)
  return {
    async meet(thumbprint, now) {
      const { firstSeen, encounters } = meet.get(thumbprint, now) as unknown as DeviceHistory
      return { firstSeen, encounters }
    },
  }
}
