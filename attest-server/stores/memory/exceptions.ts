import type { Exception, Exceptions } from '../ports.js'
import { type Erasable, keyOf, type Prunable, pruneMap } from './prune-map.js'

/** @param most exceptions of one project. */
export function createMemoryExceptions(most: number): Exceptions & Prunable & Erasable {
  const exceptions = new Map<string, { readonly projectId: string; readonly exception: Exception }>()
  const of = (projectId: string, now: number) =>
    [...exceptions.values()]
      .filter((one) => one.projectId === projectId && one.exception.until > now)
      .map(({ exception }) => exception)
      .sort((a, b) => a.until - b.until)
  return {
    async add(projectId, exception) {
      const key = keyOf(projectId, exception.reference)
      const known = exceptions.get(key)
      if (known ? known.exception.subject !== exception.subject : of(projectId, -Infinity).length >= most) return false
      exceptions.set(key, { projectId, exception })
      return true
    },
    find: async (projectId, subjects, now) =>
      of(projectId, now)
        .filter(({ subject }) => subjects.includes(subject))
        .at(-1),
    list: async (projectId, now) => of(projectId, now),
    remove: async (projectId, reference) => exceptions.delete(keyOf(projectId, reference)),
    erase: (projectId, session, { references }) =>
      pruneMap(exceptions, (one) => {
        const { reference, subject } = one.exception
        // What is bound to a session is that session's, whatever its code.
        const isOf = subject.startsWith('session:') ? subject === `session:${session}` : references.has(reference)
        return one.projectId === projectId && isOf
      }),
    prune: (now) => pruneMap(exceptions, ({ exception }) => exception.until <= now),
  }
}
