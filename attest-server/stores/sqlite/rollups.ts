import { MOST_KEYS, OTHER, type Rollups } from '../ports.js'
import { gatherRollups } from '../rollups/gather-rollups.js'
import { rollupHourOf, rollupTotalOf } from '../rows.js'
import { createRunSoon } from '../run-soon.js'
import type { Database } from './database.js'

/** A key that has no room is counted with the others. */
const ADD = `
  INSERT INTO rollups (project_id, hour, dimension, key, count)
  SELECT ?1, ?2, ?3, CASE
    WHEN EXISTS (SELECT 1 FROM rollups WHERE project_id = ?1 AND hour = ?2 AND dimension = ?3 AND key = ?4)
      OR (SELECT count(*) FROM rollups WHERE project_id = ?1 AND hour = ?2 AND dimension = ?3 AND key <> '${OTHER}') < ${MOST_KEYS} THEN ?4
    ELSE '${OTHER}' END, ?5
  WHERE true ON CONFLICT DO UPDATE SET count = count + ?5
`
const SPAN = 'project_id = ?1 AND hour >= ?2 AND hour < ?3'
const ASKED = 'dimension IN (SELECT value FROM json_each(?4))'

export interface SqliteRollups extends Rollups {
  /** Writes what is only here. */
  flush(): void
}

export function createSqliteRollups(database: Database): SqliteRollups {
  const add = database.prepare(ADD)
  const totals = database.prepare(
    `SELECT dimension, key, sum(count) AS count FROM rollups WHERE ${SPAN} AND ${ASKED} GROUP BY dimension, key ORDER BY 3 DESC, 2`,
  )
  const hours = database.prepare(`SELECT hour, key, count FROM rollups WHERE ${SPAN} AND dimension = ?4 ORDER BY hour`)
  const gathered = gatherRollups()

  function flush(): void {
    const taken = gathered.take()
    if (taken.length === 0) return
    try {
      database.transact(() => {
        for (const { projectId, hour, dimension, key, count } of taken) add.run(projectId, hour, dimension, key, count)
      })
    } catch (error) {
      gathered.giveBack(taken)
      throw error
    }
  }
  const soon = createRunSoon(flush, 1)

  return {
    count(...one) {
      gathered.add(...one)
      soon()
    },
    async totals(projectId, dimensions, from, to) {
      flush()
      return totals.all(projectId, from, to, JSON.stringify(dimensions)).map(rollupTotalOf)
    },
    async hours(projectId, dimension, from, to) {
      flush()
      return hours.all(projectId, from, to, dimension).map(rollupHourOf)
    },
    flush,
  }
}
