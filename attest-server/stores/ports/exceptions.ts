import type { EpochSeconds } from '../../../shared/units.js'

export interface Exception {
  /** A verdict's reference, which a person read out: `7K3VM-Q2XR9`. */
  readonly reference: string
  readonly until: EpochSeconds
}

/** Visitors whom the owner lets through. */
export interface Exceptions {
  /** A second one of the same reference takes the first one's place. @returns false when the project has as many as it may. */
  add(projectId: string, reference: string, until: EpochSeconds): Promise<boolean>
  /** @returns undefined for one that is over. */
  find(projectId: string, reference: string, now: EpochSeconds): Promise<Exception | undefined>
  /** Those that hold, the first to end first. */
  list(projectId: string, now: EpochSeconds): Promise<readonly Exception[]>
  /** @returns false when there is none. */
  remove(projectId: string, reference: string): Promise<boolean>
}
