import type { EpochSeconds } from '../../../shared/units.js'

export interface KeptText {
  readonly text: string
  readonly at: EpochSeconds
}

/** The last good copy of what comes from elsewhere: feeds, key directories, snapshots. */
export interface KeptTexts {
  get(name: string): Promise<KeptText | undefined>
  /**
   * Takes the place of the text of that name. Where all of them become too long together, the oldest others go in the same step.
   * @returns false for a text that is too long by itself: nothing changes.
   */
  put(name: string, text: string, at: EpochSeconds): Promise<boolean>
}
