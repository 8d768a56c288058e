import { CONTROL } from './schema-of-control.js'
import { DASHBOARD, FORMATS, MOVEMENTS, TELLS } from './schema-of-dashboard.js'
import { SKETCHES } from './schema-of-sketches.js'
import { STREAMS } from './schema-of-streams.js'
import { TALLIES } from './schema-of-tallies.js'

export interface Migration {
  readonly sql: string
  /**
   * The least version of the schema that a server must know to work with this one. A migration that only expands leaves it as it was; one that
   * takes something away, or gives it another meaning, raises it, a release after servers have stopped to need that.
   */
  readonly oldest: number
}

/** Each entry leads from its index to the next version. Append only: a released entry is never changed. */
export const migrations: readonly Migration[] = [
  { sql: [CONTROL, STREAMS, SKETCHES, TALLIES].join(''), oldest: 1 },
  { sql: DASHBOARD, oldest: 1 },
  { sql: TELLS, oldest: 1 },
  { sql: MOVEMENTS, oldest: 1 },
  { sql: FORMATS, oldest: 1 },
]
