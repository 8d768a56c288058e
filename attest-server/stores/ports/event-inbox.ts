import type { EpochSeconds } from '../../../shared/units.js'

/** Bytes that an event weighs beside its body: empty ones must not fill the disk either. */
export const EVENT_OVERHEAD = 200
/** Of what the others leave free of an inbox, a project may fill so much: there is always room for one that comes with little. */
export const INBOX_SHARE = 1 / 4

/** One event as it came, checked and not yet scored. */
export interface InboxEvent {
  /** The client's own name for it: of a session, each is taken once. */
  readonly requestId: string
  /** JSON */
  readonly body: string
}

export interface EventBatch {
  readonly projectId: string
  /** Undefined on first contact. */
  readonly session: string | undefined
  /** What the session is called, if this is its first contact. */
  readonly freshSession: string
  /** On first contact, a batch that comes again under this key comes to the same session. */
  readonly idempotencyKey: string | undefined
  readonly events: readonly InboxEvent[]
}

export interface Receipt {
  readonly session: string
  readonly accepted: number
  readonly duplicates: number
}

export interface ClaimedEvent extends InboxEvent {
  /** Of the inbox, in the order of arrival. */
  readonly id: number
  readonly projectId: string
  readonly session: string
  readonly receivedAt: EpochSeconds
  /** How often it was claimed, with this time: whoever gives up on an event that breaks its worker knows when. */
  readonly attempts: number
}

/**
 * Events between their arrival and their scoring. What was appended survives the end of the process and is claimed until it is done: at
 * least once, so that whoever works on events must bear one that comes twice.
 */
export interface EventInbox {
  /**
   * All of the batch or nothing, with de-duplication, kept before it resolves. Request ids and idempotency keys are known for a day.
   * @returns `full` when too much of the project's waits already: nothing was taken, and nothing that waits is ever dropped for it.
   */
  append(batch: EventBatch, now: EpochSeconds): Promise<Receipt | 'full'>
  /**
   * Leases the oldest events to nobody else until then: of each project an equal share, and what some leave of theirs goes to the others.
   * A lease that ran out is free again: a worker that dies loses nothing.
   * @returns them in the order of arrival
   */
  claim(most: number, now: EpochSeconds, until: EpochSeconds): Promise<readonly ClaimedEvent[]>
  done(ids: readonly number[]): Promise<void>
  /** @returns how many bytes wait of all projects, leased ones among them. */
  waiting(): Promise<number>
}
