import type { EpochSeconds, Seconds } from '../../../shared/units.js'

export interface MemoryLimits {
  /** For how long what was found is not looked up again: as late as what another process changes is seen. */
  readonly life: Seconds
  /** What came first goes first. */
  readonly most: number
}

/** For what every request asks for; mostly about 500 bytes each. */
const MOMENT: MemoryLimits = { life: 1, most: 1000 }

/** What was just found, by its name. */
export interface Memory<T> {
  /** What is remembered, and else what `look` finds. What is not there is looked for each time: whoever invents names pushes nothing out. */
  find(name: string, look: () => Promise<T | undefined>): Promise<T | undefined>
  /** For whoever has changed something: what was found before counts no more, and what is being looked up is not remembered. */
  forget(name: string): void
  clear(): void
}

interface Known<T> {
  readonly value: T
  readonly at: EpochSeconds
}

/** A clock that is set back makes nothing last longer. */
export function createMemory<T>(clock: () => EpochSeconds, { life, most }: MemoryLimits = MOMENT): Memory<T> {
  const known = new Map<string, Known<T>>()
  let changes = 0
  return {
    async find(name, look) {
      const at = clock()
      const remembered = known.get(name)
      if (remembered && Math.abs(at - remembered.at) < life) return remembered.value
      const before = changes
      const value = await look()
      // Changed meanwhile: what was found may be older than that.
      if (changes !== before) return value
      known.delete(name)
      if (value !== undefined) known.set(name, { value, at })
      const oldest = known.keys().next()
      if (known.size > most && !oldest.done) known.delete(oldest.value)
      return value
    },
    forget(name) {
      changes++
      known.delete(name)
    },
    clear() {
      changes++
      known.clear()
    },
  }
}
