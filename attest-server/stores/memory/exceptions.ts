import type { Exception, Exceptions } from '../ports.js'
import { type Erasable, keyOf, type Prunable, pruneMap } from './prune-map.js'

/** @param most exceptions of one project. */
export function createMemoryExceptions(most: number): Exceptions & Prunable & Erasable {
  const exceptions = new Map<string, Exception & { readonly projectId: string }>()
  const of = (projectId: string) => [...exceptions.values()].filter((exception) => exception.projectId === projectId)
  return {
    async add(projectId, reference, until) {
      const key = keyOf(projectId, reference)
      if (!exceptions.has(key) && of(projectId).length >= most) return false
      exceptions.set(key, { projectId, reference, until })
      return true
    },
    async find(projectId, reference, now) {
      const found = exceptions.get(keyOf(projectId, reference))
      return found && found.until > now ? { reference, until: found.until } : undefined
    },
    async list(projectId, now) {
      const alive = of(projectId).filter(({ until }) => until > now)
      return alive.sort((a, b) => a.until - b.until).map(({ reference, until }) => ({ reference, until }))
    },
    remove: async (projectId, reference) => exceptions.delete(keyOf(projectId, reference)),
    erase: (projectId, _session, names) => pruneMap(exceptions, (one) => one.projectId === projectId && names.has(one.reference)),
    prune: (now) => pruneMap(exceptions, ({ until }) => until <= now),
  }
}
