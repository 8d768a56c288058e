import type { SessionStep, Sessions } from '../ports.js'
import { PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
import { type Erasable, keyOf, type Prunable, pruneMap } from './prune-map.js'

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

export function createMemorySessions(): Sessions & Prunable & Erasable {
  const sessions = new Map<string, Sitting>()
  return {
    async advance(projectId, session, step, now) {
      const key = keyOf(projectId, session)
      const next = nextSitting(sessions.get(key) ?? newSitting(now), step, now)
      sessions.set(key, next)
      const isKnown = step.thumbprint !== undefined && step.thumbprint === next.answeredBy
      return { recent: next.recent, answered: isKnown ? next.answer : step.answer }
    },
    erase: (projectId, session) => Number(sessions.delete(keyOf(projectId, session))),
    prune: (now) => pruneMap(sessions, ({ lastSeen, answer }) => lastSeen <= now - (answer > 0 ? SESSION_RETENTION : PACE_WINDOW)),
  }
}
