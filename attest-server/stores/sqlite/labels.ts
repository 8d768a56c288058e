import { type Label, type Labels, questionOf } from '../ports.js'
import type { Database } from './database.js'

const LABEL = `
  INSERT INTO labels (project_id, subject, question, label, at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET label = excluded.label, at = excluded.at
`

export function createSqliteLabels(database: Database): Labels {
  const label = database.prepare(LABEL)
  const list = database.prepare('SELECT subject, label, at FROM labels WHERE project_id = ? ORDER BY at DESC LIMIT ?')
  return {
    label: async (projectId, subject, name, at) => void label.run(projectId, subject, questionOf(name), name, at),
    list: async (projectId, most) =>
      list.all(projectId, most).map(({ subject, label, at }) => ({
        subject: String(subject),
        label: label as Label['label'],
        at: Number(at),
      })),
  }
}
