import { limited } from './limited.js'

/** What verdicts cost an attacker. */
export interface Meter {
  /** Processor time of work that the attacker does, in ms. Only what is done at one go counts: nothing of another's is in it. */
  spend<T>(work: () => T): T
  /** Work for one challenge after another: none shall expire while that for others is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Hashes that were tried. */
  hashed(count: number): void
  /** @returns all so far, in ms and in hashes */
  read(): { readonly cpu: number; readonly hashes: number }
}

/** One asks while the other reckons. */
const TURNS = 2

export function startMeter(): Meter {
  let [micros, hashes] = [0, 0]
  return {
    spend(work) {
      const before = process.cpuUsage()
      try {
        return work()
      } finally {
        const { user, system } = process.cpuUsage(before)
        micros += user + system
      }
    },
    inTurn: limited(TURNS),
    hashed(count) {
      hashes += count
    },
    read: () => ({ cpu: micros / 1000, hashes }),
  }
}
