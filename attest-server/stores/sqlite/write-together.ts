/** What is written in one turn of the event loop, in one transaction. */
export interface WriteTogether {
  /** Runs `work` when the turn ends. Resolves once that is written down, and rejects where it is not. */
  share<T>(work: () => T): Promise<T>
  /** Does at once what waits. Never throws: whoever waits is told. */
  flush(): void
}

interface Waiting {
  /** @returns what tells whoever waits that it is written down. */
  work(): () => void
  reject(error: unknown): void
}

/**
 * The end of a transaction costs more than most statements: those of all requests that are served in one turn share it. It is open for no longer than it
 * takes: another process, or another connection of this one, waits for no turn of ours.
 *
 * A statement that fails takes back what it did itself, and no more (SQLite's ABORT): the others go on. Where the disk is full or broken, SQLite takes
 * back the whole transaction: that is told to all, as where it cannot be ended. Nobody is answered before it has ended, so that nothing is acknowledged that
 * a killed process could lose.
 * @param transact all of it or nothing; throws where it was nothing.
 * @param isOpen whether a transaction is open.
 */
export function createWriteTogether(transact: (work: () => void) => void, isOpen: () => boolean): WriteTogether {
  let waiting: Waiting[] = []

  function flush(): void {
    const all = waiting
    waiting = []
    const done: (() => void)[] = []
    const run = ({ work, reject }: Waiting): void => {
      try {
        done.push(work())
      } catch (error) {
        reject(error)
        // What came after it would be written alone, and told that it was not.
        if (all.length > 1 && !isOpen()) throw error
      }
    }
    try {
      // One statement is a transaction by itself.
      if (all.length === 1) all.forEach(run)
      else if (all.length > 1) transact(() => all.forEach(run))
    } catch (error) {
      for (const { reject } of all) reject(error)
      return
    }
    for (const tell of done) tell()
  }

  return {
    share: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        const one = (): (() => void) => {
          const made = work()
          return () => resolve(made)
        }
        waiting.push({ work: one, reject })
      }),
    flush,
  }
}
