import { type Label, type Labels, questionOf } from '../ports.js'
import type { Database } from './database.js'

const LABEL = `
  INSERT INTO labels (project_id, subject, question, label, at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (project_id, subject, question) DO UPDATE SET label = excluded.label, at = excluded.at
`
const LIST = 'SELECT subject, label, at FROM labels WHERE project_id = $1 ORDER BY at DESC LIMIT $2'

export const createPostgresLabels = (database: Database): Labels => ({
  label: async (projectId, subject, label, at) => void (await database.run(LABEL, projectId, subject, questionOf(label), label, at)),
  list: async (projectId, most) =>
    (await database.all(LIST, projectId, most)).map(({ subject, label, at }) => ({
      subject: String(subject),
      label: label as Label['label'],
      at: Number(at),
    })),
})
