import { defaultSettings, type ProjectSettings, type Settings } from '../ports.js'
import type { Columns, Database } from './database.js'

const settingsOf = (found: Columns | undefined): ProjectSettings =>
  found ? { ...defaultSettings, ...(found.changes as object), rev: Number(found.rev) } : defaultSettings

/** Settings of before that are not named stay: two who change different ones at once wait for each other, and both last. */
const CHANGE = `
  INSERT INTO settings (project_id, rev, changes) VALUES ($1, 1, $2)
  ON CONFLICT (project_id) DO UPDATE SET rev = settings.rev + 1, changes = settings.changes || excluded.changes
`
const ENABLE = `${CHANGE} WHERE NOT settings.changes ? 'scoringEnabledAt'`

export const createPostgresSettings = (database: Database): Settings => ({
  of: async (projectId) => settingsOf(await database.get('SELECT rev, changes FROM settings WHERE project_id = $1', projectId)),
  change: async (projectId, changes) =>
    settingsOf(await database.get(`${CHANGE} RETURNING rev, changes`, projectId, JSON.stringify(changes))),
  enableScoring: async (projectId, now) => (await database.run(ENABLE, projectId, JSON.stringify({ scoringEnabledAt: now }))) === 1,
})
