import { type Credential, type CredentialKind, type Credentials, MOST_CREDENTIALS } from '../ports.js'
import { keyOf, type Prunable, pruneMap } from './prune-map.js'

export interface MemoryCredentials extends Credentials, Prunable {
  dropAll(accountId: string): void
}

export function createMemoryCredentials(): MemoryCredentials {
  const held = new Map<string, Credential>()
  const list = (accountId: string, kind: CredentialKind) =>
    [...held.values()].filter((one) => one.accountId === accountId && one.kind === kind)
  return {
    async add(credential) {
      const { kind, id, accountId } = credential
      if (held.has(keyOf(kind, id))) return false
      const others = list(accountId, kind).sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity))
      if (others.length >= MOST_CREDENTIALS[kind]) {
        if (kind !== 'session') return false
        held.delete(keyOf(kind, others[0]!.id))
      }
      held.set(keyOf(kind, id), credential)
      return true
    },
    find: async (kind, id) => held.get(keyOf(kind, id)),
    list: async (accountId, kind) => list(accountId, kind),
    async change(kind, id, from, to) {
      const known = held.get(keyOf(kind, id))
      if (known?.body !== from) return false
      held.set(keyOf(kind, id), { ...known, body: to })
      return true
    },
    async remove(accountId, kind, id) {
      return held.get(keyOf(kind, id))?.accountId === accountId && held.delete(keyOf(kind, id))
    },
    dropAll: (accountId) => void pruneMap(held, (one) => one.accountId === accountId),
    prune: (now) => pruneMap(held, ({ until = Infinity }) => until <= now),
  }
}
