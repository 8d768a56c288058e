import type { DeviceHistory, Devices } from '../ports.js'
import type { Columns, Database } from './database.js'

const historyOf = ({ first_seen, has_revealed }: Columns): DeviceHistory => ({
  firstSeen: Number(first_seen),
  hasRevealed: has_revealed === true,
})

const MEET = `
  INSERT INTO devices (thumbprint, first_seen, last_seen) VALUES ($1, $2, $2)
  ON CONFLICT (thumbprint) DO UPDATE SET last_seen = $2
  RETURNING first_seen, has_revealed
`
const RECALL = 'UPDATE devices SET last_seen = $2 WHERE thumbprint = $1 RETURNING first_seen, has_revealed'
const NOTE = 'UPDATE devices SET has_revealed = $2 WHERE thumbprint = $1'

export const createPostgresDevices = (database: Database): Devices => ({
  meet: async (thumbprint, now) => historyOf((await database.get(MEET, thumbprint, now))!),
  async recall(thumbprint, now) {
    const known = await database.get(RECALL, thumbprint, now)
    return known && historyOf(known)
  },
  noteReveal: async (thumbprint, isGood) => void (await database.run(NOTE, thumbprint, isGood)),
})
