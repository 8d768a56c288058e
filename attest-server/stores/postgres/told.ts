import { randomUUID } from 'node:crypto'
import type { Ms } from '../../../shared/units.js'

/** How long the database may work on one statement, which is some milliseconds where all is well. */
const STATEMENT: Ms = 1800

/**
 * What PostgreSQL is told at the start of each connection of a server, in the words in which it says it again. Each statement has an index that
 * was made for it. Left to itself, the planner goes by statistics, which of tables that fill and empty are old: it reads and sorts all that a
 * project has waiting because there was nothing when it last looked. And a transaction whose server is gone does not stay open.
 */
export const settings: Readonly<Record<string, string>> = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_sort: 'off',
  jit: 'off',
  statement_timeout: `${STATEMENT}ms`,
  idle_in_transaction_session_timeout: '10s',
}

/** What no role brings, and no connection of another process has: who hears it again has a connection of their own. */
export const WORD: readonly [name: string, value: string] = ['vouchsafe.told', randomUUID()]

/** As the start-up parameter `options` has them. */
export const TOLD = [...Object.entries(settings), WORD].map(([name, value]) => `-c ${name}=${value}`).join(' ')
