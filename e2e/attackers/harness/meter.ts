/** What verdicts cost an attacker. */
export interface Meter {
  /** Processor time of work that the attacker does, in ms. Only what is done at one go counts: nothing of another's is in it. */
  spend<T>(work: () => T): T
  /** Hashes that were tried. */
  hashed(count: number): void
  /** @returns all so far, in ms and in hashes */
  read(): { readonly cpu: number; readonly hashes: number }
}

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
    hashed(count) {
      hashes += count
    },
    read: () => ({ cpu: micros / 1000, hashes }),
  }
}
