import type { EpochSeconds } from '../../../../shared/units.js'
import type { LiveSessions } from '../../../stores/ports.js'

/** One request of a key (LAB-32). */
export interface UsageEntry {
  /** ISO 8601. */
  readonly timestamp: string
  readonly endpoint: string
  readonly verdict: string
  readonly request_id: string
}

/** The last requests of each key; forgotten two days after the last of them. */
export interface UsageRing {
  /** Of many requests at once some may be missing: this is for people to look at, and limits count by themselves. */
  record(owner: string, keyId: string, entry: UsageEntry): Promise<void>
  /** Newest first. */
  list(owner: string, keyId: string): Promise<readonly UsageEntry[]>
}

/** An entry has at most some 250 letters, and a store takes 16,384. */
const MOST_ENTRIES = 50
const TRIES = 4

const spaceOf = (owner: string): string => `${owner}/usage`

export function createUsageRing(store: LiveSessions, clock: () => EpochSeconds): UsageRing {
  const read = async (owner: string, keyId: string) => {
    const live = await store.get(spaceOf(owner), keyId)
    return { entries: live ? (JSON.parse(live.state) as readonly UsageEntry[]) : [], rev: live?.rev ?? 0 }
  }
  return {
    async record(owner, keyId, entry) {
      for (let i = 0; i < TRIES; i++) {
        const { entries, rev } = await read(owner, keyId)
        const state = JSON.stringify([entry, ...entries].slice(0, MOST_ENTRIES))
        if ((await store.put(spaceOf(owner), keyId, state, rev, clock())) !== 'stale') return
      }
    },
    list: async (owner, keyId) => (await read(owner, keyId)).entries,
  }
}
