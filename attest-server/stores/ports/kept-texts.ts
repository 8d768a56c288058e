import type { EpochSeconds } from '../../../shared/units.js'

export interface KeptText {
  readonly text: string
  readonly at: EpochSeconds
}

/** The last good copy of what comes from elsewhere: feeds, key directories, snapshots. */
export interface KeptTexts {
  get(name: string): Promise<KeptText | undefined>
  /**
   * Takes the place of the text of that name. Where all of them become too long together, the longest others go in the same
   * step, none of which is shorter: whoever keeps little loses nothing to whoever keeps much.
   * @param until dropped then; kept for as long as there is room, where nobody says
   * @returns false for a text that is too long by itself, or for which only shorter ones could go: nothing changes.
   */
  put(name: string, text: string, at: EpochSeconds, until?: EpochSeconds): Promise<boolean>
}
