import type { DeviceHistory, Devices, ReplayGuard, SessionStep, Sessions } from '../ports.js'
import { CLAIM_GRACE, DEVICE_RETENTION, PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
import { type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

export function createMemoryReplayGuard(): ReplayGuard & Prunable {
  const claims = new Map<string, number>()
  return {
    async claimOnce(id, until) {
      if (claims.has(id)) return false
      claims.set(id, until)
      return true
    },
    prune: (now) => pruneMap(claims, (until) => until <= now - CLAIM_GRACE),
  }
}

interface Sitting {
  readonly lastSeen: number
  readonly windowStart: number
  readonly recent: number
  readonly answer: number
  readonly answeredBy: string | undefined
}

const newSitting = (now: number): Sitting => ({ lastSeen: now, windowStart: now, recent: 0, answer: 0, answeredBy: undefined })

function nextSitting(last: Sitting, { thumbprint, answer }: SessionStep, now: number): Sitting {
  const isOver = now - last.windowStart >= PACE_WINDOW
  const recent = isOver ? 1 : last.recent + 1
  const next = { ...last, lastSeen: now, recent, windowStart: isOver ? now : last.windowStart }
  if (thumbprint === undefined || answer === 0) return next
  return { ...next, answeredBy: thumbprint, answer: last.answeredBy === thumbprint ? Math.max(last.answer, answer) : answer }
}

export function createMemorySessions(): Sessions & Prunable {
  const sessions = new Map<string, Sitting>()
  return {
    async advance(projectId, session, step, now) {
      const key = `${projectId} ${session}`
      const next = nextSitting(sessions.get(key) ?? newSitting(now), step, now)
      sessions.set(key, next)
      const isKnown = step.thumbprint !== undefined && step.thumbprint === next.answeredBy
      return { recent: next.recent, answered: isKnown ? next.answer : step.answer }
    },
    prune: (now) => pruneMap(sessions, ({ lastSeen, answer }) => lastSeen <= now - (answer > 0 ? SESSION_RETENTION : PACE_WINDOW)),
  }
}

interface Acquaintance extends DeviceHistory {
  readonly lastSeen: number
}

/** @param most devices that outlast a `prune`; those that were met last stay. */
export function createMemoryDevices(most: number): Devices & Prunable {
  const devices = new Map<string, Acquaintance>()
  return {
    async meet(thumbprint, now) {
      const firstSeen = devices.get(thumbprint)?.firstSeen ?? now
      devices.set(thumbprint, { firstSeen, lastSeen: now })
      return { firstSeen }
    },
    async recall(thumbprint, now) {
      const known = devices.get(thumbprint)
      if (!known) return undefined
      devices.set(thumbprint, { ...known, lastSeen: now })
      return { firstSeen: known.firstSeen }
    },
    prune: (now) =>
      pruneMap(devices, ({ lastSeen }) => lastSeen <= now - DEVICE_RETENTION) + pruneSurplus(devices, most, ({ lastSeen }) => lastSeen),
  }
}
