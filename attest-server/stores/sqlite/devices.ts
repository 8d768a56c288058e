import type { DeviceHistory, Devices } from '../ports.js'
import type { Database } from './database.js'

export function createSqliteDevices(database: Database): Devices {
  const meet = database.prepare(`
    INSERT INTO devices (thumbprint, first_seen, last_seen) VALUES (?1, ?2, ?2)
    ON CONFLICT DO UPDATE SET last_seen = ?2
    RETURNING first_seen AS firstSeen
  `)
  const recall = database.prepare('UPDATE devices SET last_seen = ?2 WHERE thumbprint = ?1 RETURNING first_seen AS firstSeen')
  return {
    async meet(thumbprint, now) {
      const { firstSeen } = meet.get(thumbprint, now) as unknown as DeviceHistory
      return { firstSeen }
    },
    async recall(thumbprint, now) {
      const known = recall.get(thumbprint, now) as unknown as DeviceHistory | undefined
      return known && { firstSeen: known.firstSeen }
    },
  }
}
