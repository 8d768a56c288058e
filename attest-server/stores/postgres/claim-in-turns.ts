import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import type { Database } from './database.js'

/** What waits: in which table, and in SQL what of it is due at $1. */
export interface Waiting {
  readonly table: 'inbox' | 'outbox'
  readonly isDue: string
}

/** Steps from one project that has something to the next, by the index: what is done or belongs to others costs nothing. */
const dueOf = ({ table, isDue }: Waiting): string => `
  WITH RECURSIVE project AS (
    (SELECT project_id FROM ${table} ORDER BY project_id LIMIT 1)
    UNION ALL
    SELECT (SELECT project_id FROM ${table} WHERE project_id > project.project_id ORDER BY project_id LIMIT 1) FROM project
    WHERE project.project_id IS NOT NULL
  )
  SELECT project_id, due FROM project, LATERAL (
    SELECT count(*) AS due FROM (SELECT 1 FROM ${table} WHERE project_id = project.project_id AND ${isDue} LIMIT $2) AS first
  ) AS counted WHERE due > 0
`

/**
 * @returns what says how many of each project are to be leased next, of all projects in turns. Nothing is locked by that: of two who ask
 * at once, each leases what the other leaves.
 */
export function createTurns(database: Database, waiting: Waiting) {
  const sql = dueOf(waiting)
  let last = ''
  return async (
    most: number,
    now: number,
    roomFor: (projectId: string) => number = () => Infinity,
  ): Promise<ReadonlyMap<string, number>> => {
    const rows = await database.all(sql, now, most)
    const left = new Map(rows.map(({ project_id, due }) => [String(project_id), Math.min(Number(due), roomFor(String(project_id)))]))
    const open = [...left].filter(([, room]) => room > 0).map(([projectId]) => projectId)
    const shares = new Map<string, number>()
    const take = (projectId: string, share: number): number => {
      const taken = Math.min(share, left.get(projectId) ?? 0)
      left.set(projectId, (left.get(projectId) ?? 0) - taken)
      if (taken > 0) shares.set(projectId, (shares.get(projectId) ?? 0) + taken)
      return taken
    }
    last = takeInTurns(fromAfter(open, last), most, take) ?? last
    return shares
  }
}
