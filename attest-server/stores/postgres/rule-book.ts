import type { RuleBook, StoredRule } from '../ports.js'
import { type Database, takeTurn } from './database.js'

/** @returns the SQL of one step: what is changed, and the revision that says so. One row changes where there was one to change. */
const changing = (change: string): string => `
  WITH changed AS (${change} RETURNING project_id)
  INSERT INTO settings (project_id, rev, changes) SELECT project_id, 1, '{}' FROM changed
  ON CONFLICT (project_id) DO UPDATE SET rev = settings.rev + 1
`
const ADD = changing(`
  INSERT INTO rules (id, project_id, version, rule)
  SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM rules WHERE project_id = $2) < $5
`)
const REMOVE = changing('DELETE FROM rules WHERE project_id = $1 AND id = $2')
const REPLACE = changing('UPDATE rules SET version = $3, rule = $4 WHERE project_id = $1 AND id = $2 AND version = $3 - 1')

/** @param most rules of one project. */
export const createPostgresRuleBook = (database: Database, most: number): RuleBook => ({
  async list(projectId) {
    const rows = await database.all('SELECT rule FROM rules WHERE project_id = $1 ORDER BY position', projectId)
    const rules = rows.map(({ rule }) => JSON.parse(String(rule)) as StoredRule)
    // The sort is stable: of equal ones the one that was added first stays first.
    return rules.sort((a, b) => a.order - b.order || a.createdAt - b.createdAt)
  },
  add: (rule) =>
    database.transact(async (queries) => {
      await takeTurn(queries, `rules of ${rule.projectId}`)
      return (await queries.run(ADD, rule.id, rule.projectId, rule.version, JSON.stringify(rule), most)) === 1
    }),
  remove: async (projectId, id) => (await database.run(REMOVE, projectId, id)) === 1,
  replace: async (rule) => (await database.run(REPLACE, rule.projectId, rule.id, rule.version, JSON.stringify(rule))) === 1,
})
