import type { SigningKeys, StoredKey } from '../ports.js'
import type { Prunable } from './prune-map.js'

export function createMemorySigningKeys(): SigningKeys & Prunable {
  let keys: readonly StoredKey[] = []
  return {
    async begin(key) {
      if (keys.length > 0) return false
      keys = [key]
      return true
    },
    async succeed(key, othersRetireAt) {
      keys = [key, ...keys.map((old) => ({ ...old, retiresAt: Math.min(old.retiresAt ?? Infinity, othersRetireAt) }))]
    },
    list: async () => keys,
    prune(now) {
      const before = keys.length
      keys = keys.filter(({ retiresAt }) => retiresAt === undefined || retiresAt > now)
      return before - keys.length
    },
  }
}
