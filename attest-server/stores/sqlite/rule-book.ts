import type { RuleBook, StoredRule } from '../ports.js'
import type { Database } from './database.js'
import { prepareBump } from './settings.js'

/** @param most rules of one project. */
export function createSqliteRuleBook(database: Database, most: number): RuleBook {
  const list = database.prepare('SELECT rule FROM rules WHERE project_id = ? ORDER BY position')
  const insert = database.prepare('INSERT INTO rules (id, project_id, version, rule) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM rules WHERE project_id = ? AND id = ?')
  const replace = database.prepare('UPDATE rules SET version = ?1, rule = ?2 WHERE project_id = ?3 AND id = ?4 AND version = ?1 - 1')
  const bump = prepareBump(database)

  /** One step: what was changed, and the revision that says so. */
  const changing = (projectId: string, work: () => boolean): boolean =>
    database.transact(() => {
      const isChanged = work()
      if (isChanged) bump(projectId)
      return isChanged
    })
  const rulesOf = (projectId: string) => list.all(projectId).map(({ rule }) => JSON.parse(String(rule)) as StoredRule)

  return {
    // The sort is stable: of equal ones the one that was added first stays first.
    list: async (projectId) => rulesOf(projectId).sort((a, b) => a.order - b.order || a.createdAt - b.createdAt),
    add: async (rule) =>
      changing(rule.projectId, () => {
        if (list.all(rule.projectId).length >= most) return false
        return insert.run(rule.id, rule.projectId, rule.version, JSON.stringify(rule)) === 1
      }),
    remove: async (projectId, id) => changing(projectId, () => remove.run(projectId, id) === 1),
    replace: async (rule) => changing(rule.projectId, () => replace.run(rule.version, JSON.stringify(rule), rule.projectId, rule.id) === 1),
  }
}
