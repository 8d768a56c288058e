import type { ApiKey, ApiKeys } from '../ports.js'

/** @param most keys of one owner. */
export function createMemoryApiKeys(most: number): ApiKeys & { dropAll(owner: string): void } {
  const keys = new Map<string, ApiKey>()
  const of = (projectId: string) => [...keys.values()].filter((key) => key.projectId === projectId)

  /** @returns false where nothing could go. */
  function makeRoom(projectId: string): boolean {
    const known = of(projectId)
    if (known.length < most) return true
    const [first] = known.filter(({ revokedAt }) => revokedAt !== undefined).sort((a, b) => a.revokedAt! - b.revokedAt!)
    return first !== undefined && keys.delete(first.id)
  }

  return {
    async add(key) {
      if (!makeRoom(key.projectId)) return false
      keys.set(key.id, key)
      return true
    },
    dropAll(owner) {
      for (const { id } of of(owner)) keys.delete(id)
    },
    byLookup: async (lookup) => [...keys.values()].find((key) => key.lookup === lookup && key.revokedAt === undefined),
    list: async (projectId) => of(projectId),
    async revoke(projectId, id, now) {
      const key = keys.get(id)
      if (key?.projectId !== projectId || key.revokedAt !== undefined) return false
      keys.set(id, { ...key, revokedAt: now })
      return true
    },
  }
}
