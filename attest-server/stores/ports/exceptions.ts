import type { EpochSeconds } from '../../../shared/units.js'

export interface Exception {
  /** A verdict's reference, which a person read out: `7K3VM-Q2XR9`. */
  readonly reference: string
  /** Who is let through: what `core/exceptions` makes of the verdict's device or session. */
  readonly subject: string
  readonly until: EpochSeconds
}

/** Visitors whom the owner lets through. */
export interface Exceptions {
  /**
   * A second one of the same reference and visitor takes the first one's place.
   * @returns false when the project has as many as it may, or the reference lets another visitor through.
   */
  add(projectId: string, exception: Exception): Promise<boolean>
  /** The one of any of these subjects that ends last; never one that is over. */
  find(projectId: string, subjects: readonly string[], now: EpochSeconds): Promise<Exception | undefined>
  /** Those that hold, the first to end first. */
  list(projectId: string, now: EpochSeconds): Promise<readonly Exception[]>
  /** @returns false when there is none. */
  remove(projectId: string, reference: string): Promise<boolean>
}
