import type { EpochSeconds } from '../../../shared/units.js'

/** Characters of a message's body. */
export const MOST_MESSAGE = 8_192

/** A message that must reach a webhook. */
export interface OutboxMessage {
  /** `msg_…`, told to the receiver, who may get it twice. */
  readonly id: string
  readonly projectId: string
  /** Whom it is about: erased with the session. */
  readonly session?: string
  readonly url: string
  readonly body: string
  readonly createdAt: EpochSeconds
}

export interface ClaimedMessage extends OutboxMessage {
  /** How often it was claimed, with this time. */
  readonly attempts: number
}

/** A message that waits, or one that is done with. */
export interface Delivery extends ClaimedMessage {
  /** Of the last try: `delivered`, `status 500`, `timed-out`; undefined before the first. */
  readonly outcome: string | undefined
  readonly triedAt: EpochSeconds | undefined
  /** When it is tried again; undefined for one that is done with. */
  readonly nextAt: EpochSeconds | undefined
}

/** Of one project, messages that are done with and are remembered, as long as others wait. */
export const MOST_DELIVERIES = 100

/** Projects that fill the outbox, if each has as many messages waiting as it may. */
export const FULL_PROJECTS = 100

/** At least once, for three days; then a message that nobody takes is dropped. */
export interface Outbox {
  /** @returns false when it is too large, or when as many wait as may: it is not kept. */
  add(message: OutboxMessage): Promise<boolean>
  /**
   * Leases those that are due until then, of each project in turns those that wait longest. A lease that ran out is free again.
   * @param roomFor how many of a project it may be; as many as there are, where nobody says
   */
  claim(most: number, now: EpochSeconds, until: EpochSeconds, roomFor?: (projectId: string) => number): Promise<readonly ClaimedMessage[]>
  /** It waits no more. @param outcome remembered with it; left out, nothing is */
  done(id: string, outcome?: string, now?: EpochSeconds): Promise<void>
  fail(id: string, retryAt: EpochSeconds, outcome?: string, now?: EpochSeconds): Promise<void>
  /** Those that wait and those that are done with, the last ones first. */
  list(projectId: string, most: number): Promise<readonly Delivery[]>
  find(projectId: string, id: string): Promise<Delivery | undefined>
  /** Sends one again that is done with, under its own id. @returns false where the project has none, it waits already, or as many wait as may. */
  replay(projectId: string, id: string, now: EpochSeconds): Promise<boolean>
}
