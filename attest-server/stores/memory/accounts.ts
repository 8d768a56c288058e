import type { Account, Accounts, StoreLimits } from '../ports.js'

export function createMemoryAccounts(limits: Pick<StoreLimits, 'accounts' | 'projects'>): Accounts {
  const accounts = new Map<string, Account>()
  const owners = new Map<string, string>()
  const byEmailHash = (hash: string) => [...accounts.values()].find(({ emailHash }) => emailHash === hash)
  const projectIds = (id: string) => [...owners].filter(([, owner]) => owner === id).map(([projectId]) => projectId)
  return {
    async create(account) {
      if (accounts.size >= limits.accounts || byEmailHash(account.emailHash)) return false
      accounts.set(account.id, account)
      return true
    },
    byId: async (id) => accounts.get(id),
    byEmailHash: async (hash) => byEmailHash(hash),
    async changePlan(id, plan) {
      const account = accounts.get(id)
      if (!account) return undefined
      const next = { ...account, plan }
      accounts.set(id, next)
      return next
    },
    async adopt(id, projectId) {
      const owner = owners.get(projectId)
      if (owner !== undefined) return owner === id
      if (projectIds(id).length >= limits.projects) return false
      owners.set(projectId, id)
      return true
    },
    projectIds: async (id) => projectIds(id),
  }
}
