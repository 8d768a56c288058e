import type { EpochSeconds } from '../shared/units.js'

/** Knows which verdicts were used. The claim must be atomic: of two at the same time, one gets `true`. */
export interface OnceStore {
  /**
   * @param jti names the verdict. @param expires after this moment the store may forget it.
   * @returns true for the first claim of this `jti`. A store that throws or rejects makes the token `store-unavailable`.
   */
  claim(jti: string, expires: EpochSeconds): boolean | Promise<boolean>
}

export interface RememberOnceOptions {
  /** How many verdicts are remembered at most; when there are more, the oldest is forgotten. Default 100 000, about 15 MB. */
  readonly capacity?: number
}

/** An `OnceStore` in this process's memory. Enough for one process; several need a store that they share. */
export function rememberOnce({ capacity = 100_000 }: RememberOnceOptions = {}): OnceStore {
  const claimed = new Map<string, EpochSeconds>()
  return {
    claim(jti, expires) {
      if (claimed.has(jti)) return false
      claimed.set(jti, expires)
      if (claimed.size > capacity) claimed.delete(claimed.keys().next().value!)
      return true
    },
  }
}
