import { defaultSettings, type ProjectSettings, type Settings } from '../ports.js'
import type { Columns, Database } from './database.js'

const BUMP = `
  INSERT INTO settings (project_id, rev, changes) VALUES (?, 1, '{}') ON CONFLICT DO UPDATE SET rev = rev + 1
`

const settingsOf = (found: Columns | undefined): ProjectSettings =>
  found ? { ...defaultSettings, ...(JSON.parse(String(found.changes)) as object), rev: Number(found.rev) } : defaultSettings

/** @returns what a change of anything that verdicts depend on does within its own transaction. */
export function prepareBump(database: Database): (projectId: string) => void {
  const bump = database.prepare(BUMP)
  return (projectId) => void bump.run(projectId)
}

export function createSqliteSettings(database: Database): Settings {
  const find = database.prepare('SELECT rev, changes FROM settings WHERE project_id = ?')
  const write = database.prepare('UPDATE settings SET changes = ? WHERE project_id = ?')
  const bump = prepareBump(database)

  /** Within a transaction. */
  function change(projectId: string, changes: Partial<ProjectSettings>): ProjectSettings {
    bump(projectId)
    const { rev, ...settings } = { ...settingsOf(find.get(projectId)), ...changes }
    write.run(JSON.stringify(settings), projectId)
    return settingsOf(find.get(projectId))
  }

  return {
    of: async (projectId) => settingsOf(find.get(projectId)),
    change: async (projectId, changes) => database.transact(() => change(projectId, changes)),
    enableScoring: async (projectId, now) =>
      database.transact(() => {
        if (settingsOf(find.get(projectId)).scoringEnabledAt !== undefined) return false
        change(projectId, { scoringEnabledAt: now })
        return true
      }),
  }
}
