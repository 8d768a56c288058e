import { type LiveSessions, MOST_STATE, type NamedSession } from '../ports.js'
import { SESSION_RETENTION } from '../retention.js'
import { type Erasable, keyOf, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

type Live = NamedSession & { readonly projectId: string }

const ownerOf = ({ projectId }: Live): string => projectId

/** @param most sessions that outlast a `prune`; those that changed last stay. */
export function createMemoryLiveSessions(most: number): LiveSessions & Prunable & Erasable {
  const sessions = new Map<string, Live>()
  return {
    async get(projectId, session) {
      const live = sessions.get(keyOf(projectId, session))
      return live && { state: live.state, rev: live.rev, touchedAt: live.touchedAt }
    },
    async put(projectId, session, state, rev, now) {
      if (state.length > MOST_STATE) return 'too-large'
      const key = keyOf(projectId, session)
      if ((sessions.get(key)?.rev ?? 0) !== rev) return 'stale'
      sessions.set(key, { projectId, session, state, rev: rev + 1, touchedAt: now })
      return 'kept'
    },
    async remove(projectId, session) {
      sessions.delete(keyOf(projectId, session))
    },
    async recent(projectId, most) {
      const own = [...sessions.values()].filter((live) => live.projectId === projectId)
      const newest = own.sort((a, b) => b.touchedAt - a.touchedAt).slice(0, most)
      return newest.map(({ projectId: _, ...live }) => live)
    },
    erase: (projectId, session) => Number(sessions.delete(keyOf(projectId, session))),
    prune: (now) =>
      pruneMap(sessions, ({ touchedAt }) => touchedAt <= now - SESSION_RETENTION) +
      pruneSurplus(sessions, most, ({ touchedAt }) => touchedAt, ownerOf),
  }
}
