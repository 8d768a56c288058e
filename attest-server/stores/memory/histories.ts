import type { DeviceHistory, Devices, ReplayGuard, SessionHistory, Sessions } from '../ports.js'
import { DEVICE_RETENTION, PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
import { type Prunable, pruneMap } from './prune-map.js'

export function createMemoryReplayGuard(): ReplayGuard & Prunable {
  const claims = new Map<string, number>()
  return {
    async claimOnce(id, until) {
      if (claims.has(id)) return false
      claims.set(id, until)
      return true
    },
    prune: (now) => pruneMap(claims, (until) => until <= now),
  }
}

interface Sitting extends SessionHistory {
  readonly lastSeen: number
  readonly windowStart: number
}

const newSitting = (now: number): Sitting => ({ firstSeen: now, evidences: 0, recent: 0, answered: 0, lastSeen: now, windowStart: now })

export function createMemorySessions(): Sessions & Prunable {
  const sessions = new Map<string, Sitting>()
  return {
    async advance(projectId, session, answered, now) {
      const key = `${projectId} ${session}`
      const last = sessions.get(key) ?? newSitting(now)
      const isOver = now - last.windowStart >= PACE_WINDOW
      const next: Sitting = {
        ...last,
        evidences: last.evidences + 1,
        lastSeen: now,
        recent: isOver ? 1 : last.recent + 1,
        windowStart: isOver ? now : last.windowStart,
        answered: answered > last.answered ? answered : last.answered,
      }
      sessions.set(key, next)
      return { firstSeen: next.firstSeen, evidences: next.evidences, recent: next.recent, answered: next.answered }
    },
    prune: (now) => pruneMap(sessions, ({ lastSeen }) => lastSeen <= now - SESSION_RETENTION),
  }
}

interface Acquaintance extends DeviceHistory {
  readonly lastSeen: number
}

export function createMemoryDevices(): Devices & Prunable {
  const devices = new Map<string, Acquaintance>()
  return {
    async meet(thumbprint, now) {
      const { firstSeen, encounters } = devices.get(thumbprint) ?? { firstSeen: now, encounters: 0 }
      devices.set(thumbprint, { firstSeen, encounters: encounters + 1, lastSeen: now })
      return { firstSeen, encounters: encounters + 1 }
    },
    prune: (now) => pruneMap(devices, ({ lastSeen }) => lastSeen <= now - DEVICE_RETENTION),
  }
}
