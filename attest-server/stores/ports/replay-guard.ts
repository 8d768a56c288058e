import type { EpochSeconds } from '../../../shared/units.js'

export interface ReplayGuard {
  /**
   * Claims an id for ever: of any number of concurrent claims, exactly one is told `true`. Survives the end of the process.
   * @param from when the id came to be, or before: it was never claimed earlier. A store that may have lost claims since then tells nobody `true`.
   * @param until when the id is worthless anyway. It may be forgotten a minute later.
   * @param holder names one attempt, which may be made several times, also at once: whoever names the holder that was first is told `true` too.
   */
  claimOnce(id: string, from: EpochSeconds, until: EpochSeconds, holder?: string): Promise<boolean>
}
