import type { Account, Accounts, StoreLimits } from '../ports.js'
import type { Prunable } from './prune-map.js'

const DAY = 86_400

function forGood({ until: _, ...account }: Account): Account {
  return account
}

/** @param dropKeys drops all keys of an account that goes. */
export function createMemoryAccounts(
  limits: Pick<StoreLimits, 'accounts' | 'projects'>,
  dropKeys: (id: string) => void,
): Accounts & Prunable {
  const accounts = new Map<string, Account>()
  const owners = new Map<string, string>()
  const byEmailHash = (hash: string) => [...accounts.values()].find(({ emailHash }) => emailHash === hash)
  const projectIds = (id: string) => [...owners].filter(([, owner]) => owner === id).map(([projectId]) => projectId)
  function keep(id: string, until: number | undefined): void {
    const account = accounts.get(id)
    if (account?.until === undefined) return
    if (until === undefined) accounts.set(id, forGood(account))
    else if (account.until <= until - DAY) accounts.set(id, { ...account, until })
  }

  return {
    async create(account) {
      if (accounts.size >= limits.accounts || byEmailHash(account.emailHash)) return false
      accounts.set(account.id, account)
      return true
    },
    byId: async (id) => accounts.get(id),
    byEmailHash: async (hash) => byEmailHash(hash),
    keep: async (id, until) => keep(id, until),
    async changePlan(id, plan) {
      const account = accounts.get(id)
      if (!account) return undefined
      const next = { ...forGood(account), plan }
      accounts.set(id, next)
      return next
    },
    async adopt(id, projectId) {
      const owner = owners.get(projectId)
      if (owner !== undefined) return owner === id
      if (projectIds(id).length >= limits.projects) return false
      keep(id, undefined)
      owners.set(projectId, id)
      return true
    },
    projectIds: async (id) => projectIds(id),
    prune(now) {
      const over = [...accounts.values()].filter(({ until = Infinity }) => until <= now)
      for (const { id } of over) {
        accounts.delete(id)
        dropKeys(id)
      }
      return over.length
    },
  }
}
