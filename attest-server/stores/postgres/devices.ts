import type { DeviceHistory, Devices } from '../ports.js'
import type { Columns, Database } from './database.js'

const historyOf = ({ first_seen, has_revealed }: Columns): DeviceHistory => ({
  firstSeen: Number(first_seen),
  hasRevealed: has_revealed === true,
})

const MEET = `
  INSERT INTO devices (thumbprint, first_seen, last_seen, has_revealed) VALUES ($1, $2, $2, $3)
  ON CONFLICT (thumbprint) DO UPDATE SET last_seen = $2, has_revealed = devices.has_revealed OR $3
  RETURNING first_seen, has_revealed
`
const RECALL = `
  UPDATE devices SET last_seen = $2, has_revealed = has_revealed OR $3
  WHERE thumbprint = $1
  RETURNING first_seen, has_revealed
`
const ASK_AGAIN = 'UPDATE devices SET has_revealed = false WHERE thumbprint = $1'

export const createPostgresDevices = (database: Database): Devices => ({
  meet: async (thumbprint, now, hasShown = false) => historyOf((await database.get(MEET, thumbprint, now, hasShown))!),
  async recall(thumbprint, now, hasShown = false) {
    const known = await database.get(RECALL, thumbprint, now, hasShown)
    return known && historyOf(known)
  },
  askAgain: async (thumbprint) => void (await database.run(ASK_AGAIN, thumbprint)),
})
