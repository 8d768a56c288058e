import { NeighbourIndex, type NeighbourLimits, neighbourLimits } from './neighbour-index.js'

export interface ProjectNeighboursOptions {
  /** Requests and labels of all projects together. */
  readonly most: number
  readonly limits?: NeighbourLimits
  /** A project's own, 32 bits that no stranger can guess and that stay the same: of a secret of the server and the project's id. */
  seedOf(projectId: string): number
  /** Told before an index leaves memory, so that it can be kept (`keepNeighbours`). */
  leaves(projectId: string, index: NeighbourIndex): void
}

interface Held {
  readonly index: NeighbourIndex
  /** As it was when it was last asked for. */
  size: number
}

/** Some 1.5 KB for each: 150 MB at most for all projects of a process, of which a single one takes half. */
export const MOST_NEIGHBOURS = 100_000

/** The indexes of all projects, the least recently used first, and bounded together: however many projects there are, memory stays the same. */
export class ProjectNeighbours {
  readonly #options: ProjectNeighboursOptions
  readonly #held = new Map<string, Held>()
  #total = 0

  constructor(options: ProjectNeighboursOptions) {
    this.#options = options
  }

  /** How many requests and labels there were when each index was last asked for. */
  get size(): number {
    return this.#total
  }

  /** A project's index if it is in memory. Who has none restores or begins one with `open`. */
  find(projectId: string): NeighbourIndex | undefined {
    const held = this.#held.get(projectId)
    if (!held) return undefined
    this.#held.delete(projectId)
    this.#held.set(projectId, held)
    this.#measure(held)
    this.#makeRoom(projectId)
    return held.index
  }

  /** @param index what was restored (`restoreNeighbours`); an empty one without. One that is in memory already stays. */
  open(
    projectId: string,
    index = new NeighbourIndex(this.#options.limits ?? neighbourLimits, this.#options.seedOf(projectId)),
  ): NeighbourIndex {
    const known = this.find(projectId)
    if (known) return known
    this.#held.set(projectId, { index, size: 0 })
    return this.find(projectId) ?? index
  }

  /** Without a trace: for projects that are erased. */
  drop(projectId: string): void {
    const held = this.#held.get(projectId)
    if (!held) return
    this.#held.delete(projectId)
    this.#total -= held.size
  }

  #measure(held: Held): void {
    this.#total += held.index.size - held.size
    held.size = held.index.size
  }

  #makeRoom(except: string): void {
    for (const [projectId, { index }] of this.#held) {
      if (this.#total <= this.#options.most) return
      if (projectId === except) continue
      this.drop(projectId)
      this.#options.leaves(projectId, index)
    }
  }
}
