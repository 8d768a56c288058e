import type { Described } from './api-document.js'
import { isDeclined } from './check-answer.js'
import type { FuzzRequest } from './fuzz-request.js'
import type { Answer } from './send.js'

/** What came of the requests of one operation. */
export interface Row {
  readonly id: string
  sent: number
  /** Neither refused for their key nor for a limit, of those that reached the operation. */
  passed: number
  /** Answered as the operation answers a good request. */
  good: number
  refused: number
  limited: number
}

export interface Tally {
  note(request: FuzzRequest, answer: Answer): void
  readonly rows: readonly Row[]
}

/** A form leads back to its page, and 501 says all that there is to say. */
const isGood = (described: Described, answer: Answer): boolean =>
  (answer.status >= 200 && answer.status < 300) || answer.status === 303 || isDeclined(described, answer)

export function createTally(operations: readonly Described[]): Tally {
  const rows = new Map(
    operations.map(({ operation: { operationId: id } }) => [id, { id, sent: 0, passed: 0, good: 0, refused: 0, limited: 0 } as Row]),
  )
  return {
    rows: [...rows.values()],
    note({ described, isOwn }, answer) {
      const row = rows.get(described.operation.operationId)!
      row.sent++
      if (answer.status >= 400 && answer.status < 500) row.refused++
      if (answer.status === 429) row.limited++
      if (!isOwn) return
      if (answer.status !== 401 && answer.status !== 403 && answer.status !== 429) row.passed++
      if (isGood(described, answer)) row.good++
    },
  }
}
