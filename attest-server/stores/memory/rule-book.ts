import type { RuleBook, StoredRule } from '../ports.js'
import { keyOf } from './prune-map.js'
import type { MemorySettings } from './settings.js'

/** @param most rules of one project. */
export function createMemoryRuleBook(settings: Pick<MemorySettings, 'bump'>, most: number): RuleBook {
  const rules = new Map<string, StoredRule>()
  const list = (projectId: string) =>
    [...rules.values()].filter((rule) => rule.projectId === projectId).sort((a, b) => a.order - b.order || a.createdAt - b.createdAt)
  return {
    list: async (projectId) => list(projectId),
    async add(rule) {
      if (list(rule.projectId).length >= most) return false
      rules.set(keyOf(rule.projectId, rule.id), rule)
      settings.bump(rule.projectId)
      return true
    },
    async remove(projectId, id) {
      if (!rules.delete(keyOf(projectId, id))) return false
      settings.bump(projectId)
      return true
    },
    async replace(rule) {
      const key = keyOf(rule.projectId, rule.id)
      if (rules.get(key)?.version !== rule.version - 1) return false
      rules.set(key, rule)
      settings.bump(rule.projectId)
      return true
    },
  }
}
