import type { SeenRequest } from './session-state.js'
import { type Payload, type SessionSums, sumsOf } from './session-sums.js'

/** What waits of an event until it is scored: the numbers that count, and, with the first event of a batch, what its request was like. */
export interface InboxBody {
  readonly sums: SessionSums
  readonly request?: SeenRequest
}

export const writeBody = (payload: Payload, request?: SeenRequest): string =>
  JSON.stringify({ sums: sumsOf(payload), ...(request && { request }) } satisfies InboxBody)

/** @param text of our own making. */
export const readBody = (text: string): InboxBody => JSON.parse(text) as InboxBody
