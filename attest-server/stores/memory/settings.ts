import { defaultSettings, type ProjectSettings, type Settings } from '../ports.js'

export interface MemorySettings extends Settings {
  /** What the rule book does with each change. */
  bump(projectId: string): void
}

export function createMemorySettings(): MemorySettings {
  const all = new Map<string, ProjectSettings>()
  const of = (projectId: string) => all.get(projectId) ?? defaultSettings
  function change(projectId: string, changes: Partial<ProjectSettings>): ProjectSettings {
    const last = of(projectId)
    const next = { ...last, ...changes, rev: last.rev + 1 }
    all.set(projectId, next)
    return next
  }
  return {
    of: async (projectId) => of(projectId),
    change: async (projectId, changes) => change(projectId, changes),
    async enableScoring(projectId, now) {
      if (of(projectId).scoringEnabledAt !== undefined) return false
      change(projectId, { scoringEnabledAt: now })
      return true
    },
    bump: (projectId) => void change(projectId, {}),
  }
}
