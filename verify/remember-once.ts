import type { EpochSeconds } from '../shared/units.js'
import { systemClock } from './system-clock.js'

/** Knows which verdicts were used. The claim must be atomic: of two at the same time, one gets `true`. */
export interface OnceStore {
  /**
   * @param jti names the verdict.
   * @param expires from this moment on the verdict is refused anyway (its own end and the clock tolerance), so the store may forget it.
   * @returns true for the first claim of this `jti`. A store that cannot tell throws or rejects: the token is then `store-unavailable`.
   */
  claim(jti: string, expires: EpochSeconds): boolean | Promise<boolean>
}

/** One that answers at once. */
export interface OnceMemory extends OnceStore {
  claim(jti: string, expires: EpochSeconds): boolean
}

export interface RememberOnceOptions {
  /**
   * How many verdicts can be remembered. Those that expired make room; when all are still valid, further claims throw. Default 100 000,
   * about 15 MB: 800 verdicts a second at the usual life of two minutes.
   */
  readonly capacity?: number | undefined
  /** The time of day, in seconds since 1970: the clock that the verifier goes by. */
  readonly now?: (() => EpochSeconds) | undefined
}

/**
 * An `OnceStore` in this process's memory. Enough for one process; several need a store that they share. It never forgets a verdict that
 * could still be used: whoever fills it up is refused, and so is everybody else until a verdict expires, but nothing is accepted twice.
 * Verifiers that share one should have the same `clockTolerance`.
 * @throws TypeError when the capacity is not a whole number above zero.
 */
export function rememberOnce({ capacity = 100_000, now = systemClock }: RememberOnceOptions = {}): OnceMemory {
  if (!Number.isSafeInteger(capacity) || capacity < 1) throw new TypeError('capacity: give a whole number, one or more.')
  const claimed = new Map<string, EpochSeconds>()
  // Up to this moment everything is forgotten. A clock that was set back must not make room for what was forgotten.
  let horizon = Number.NEGATIVE_INFINITY

  /** Looks at each verdict, so it is done only when there is no room, and at most once for each tick of the clock. */
  function forgetExpired(): void {
    const time = now()
    if (!(time > horizon)) return
    horizon = time
    for (const [jti, expires] of claimed) if (expires <= horizon) claimed.delete(jti)
  }

  return {
    claim(jti, expires) {
      if (claimed.has(jti)) return false
      if (claimed.size >= capacity) forgetExpired()
      if (expires <= horizon) throw new Error('rememberOnce: this verdict is so old that it may have been forgotten.')
      if (claimed.size >= capacity) throw new Error(`rememberOnce: ${capacity} verdicts are still valid; give it more capacity.`)
      claimed.set(jti, expires)
      return true
    },
  }
}
