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
    INSERT INTO devices (thumbprint, first_seen, last_seen, has_revealed) VALUES (?1, ?2, ?2, ?3)
    ON CONFLICT DO UPDATE SET last_seen = ?2, has_revealed = max(has_revealed, ?3)
    RETURNING ${COLUMNS}
  `)
  const recall = database.prepare(`
    UPDATE devices SET last_seen = ?2, has_revealed = max(has_revealed, ?3)
    WHERE thumbprint = ?1
    RETURNING ${COLUMNS}
  `)
  const askAgain = database.prepare('UPDATE devices SET has_revealed = 0 WHERE thumbprint = ?')
  return {
    meet: (thumbprint, now, hasShown = false) =>
      database.share(() => historyOf(meet.get(thumbprint, now, Number(hasShown)) as unknown as DeviceRow)),
    async recall(thumbprint, now, hasShown = false) {
      const known = (await database.share(() => recall.get(thumbprint, now, Number(hasShown)))) as unknown as DeviceRow | undefined
      return known && historyOf(known)
    },
    async askAgain(thumbprint) {
      await database.share(() => askAgain.run(thumbprint))
    },
  }
}
