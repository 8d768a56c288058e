import type { DeviceHistory, Devices } from '../ports.js'
import type { Database } from './database.js'

interface DeviceRow {
  readonly firstSeen: number
  readonly hasRevealed: number
}

const COLUMNS = 'first_seen AS firstSeen, has_revealed AS hasRevealed'

const historyOf = ({ firstSeen, hasRevealed }: DeviceRow): DeviceHistory => ({ firstSeen, hasRevealed: hasRevealed === 1 })

export function createSqliteDevices(database: Database): Devices {
  const meet = database.prepare(`
    INSERT INTO devices (thumbprint, first_seen, last_seen) VALUES (?1, ?2, ?2)
    ON CONFLICT DO UPDATE SET last_seen = ?2
    RETURNING ${COLUMNS}
  `)
  const recall = database.prepare(`UPDATE devices SET last_seen = ?2 WHERE thumbprint = ?1 RETURNING ${COLUMNS}`)
  const note = database.prepare('UPDATE devices SET has_revealed = ?2 WHERE thumbprint = ?1')
  return {
    meet: (thumbprint, now) => database.share(() => historyOf(meet.get(thumbprint, now) as unknown as DeviceRow)),
    async recall(thumbprint, now) {
      const known = (await database.share(() => recall.get(thumbprint, now))) as unknown as DeviceRow | undefined
      return known && historyOf(known)
    },
    async noteReveal(thumbprint, isGood) {
      await database.share(() => note.run(thumbprint, Number(isGood)))
    },
  }
}
