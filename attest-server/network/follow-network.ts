import type { Ms } from '../../shared/units.js'
import type { Log } from '../routes/http/log.js'
import type { Network } from './open-network.js'
import { createDatabaseReports } from './report-databases.js'

/** How often the files are looked at: each costs a `stat`. */
const EVERY: Ms = 60_000

/** Says in the log what the databases are and how old, reads them again as they change, and says that too. @returns what ends it */
export function followNetwork(network: Network, log: Log): () => void {
  const reports = createDatabaseReports(network.statuses)
  const report = () => {
    for (const { event, isFault, fields } of reports()) log[isFault ? 'error' : 'info'](event, fields)
  }
  report()
  return network.follow(EVERY, report)
}
