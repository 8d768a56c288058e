import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { Random } from '../core/ids.js'
import { labelOf } from '../core/requests/neighbours/label-of.js'
import { type NeighbourIndex, neighbourLimits } from '../core/requests/neighbours/neighbour-index.js'
import { MOST_NEIGHBOURS, ProjectNeighbours } from '../core/requests/neighbours/project-neighbours.js'
import type { Log } from '../routes/http/log.js'
import type { LabelName, Stores } from '../stores/ports.js'
import { readLookAlikes, writeLookAlikes } from './look-alikes-text.js'

/** Each project's labelled requests: in memory where they are asked for, and kept across restarts. */
export interface LookAlikes {
  /** At once where it is in memory. Undefined where the store does not answer: a request is then scored without look-alikes. */
  of(projectId: string): NeighbourIndex | undefined | Promise<NeighbourIndex | undefined>
  /** @returns whether that request is known (still), so that others are compared with it from now on. */
  label(projectId: string, subject: string, label: LabelName, at: EpochSeconds): Promise<boolean>
  /** Writes what changed since it was last written, and forgets what is too old. Never throws. */
  keep(): Promise<void>
}

export interface LookAlikesDeps {
  readonly stores: Pick<Stores, 'texts' | 'labels'>
  readonly random: Random
  readonly clock: () => EpochSeconds
  readonly log: Log
}

/** As many as an index holds. */
const MOST_LABELS = 25_000
/** For how long a store that did not answer is left alone. */
const REST: Seconds = 10

/** 32 bits that no stranger can guess: those of a project without labels need not be kept, for there is nothing to compare with. */
const makeSeed = (random: Random): number => new DataView(Uint8Array.from(random(4)).buffer).getUint32(0)

export const textName = (projectId: string): string => `look-alikes/${projectId}`

export function createLookAlikes({ stores, random, clock, log }: LookAlikesDeps): LookAlikes {
  const held = new Map<string, NeighbourIndex>()
  const changed = new Set<string>()
  const opening = new Map<string, Promise<NeighbourIndex | undefined>>()
  const leaving = new Map<string, Promise<void>>()
  let restsUntil: EpochSeconds = 0
  const projects = new ProjectNeighbours({
    most: MOST_NEIGHBOURS,
    seedOf: () => makeSeed(random),
    leaves(projectId, index) {
      held.delete(projectId)
      if (!changed.delete(projectId)) return
      leaving.set(
        projectId,
        write(projectId, index).finally(() => leaving.delete(projectId)),
      )
    },
  })

  async function write(projectId: string, index: NeighbourIndex): Promise<void> {
    try {
      const now = Math.floor(clock())
      const isKept = await stores.texts.put(textName(projectId), writeLookAlikes(index), now, now + neighbourLimits.age)
      if (!isKept) log.error('look-alikes-too-large', { project: projectId })
    } catch {
      // Tried again with the next round, where it is still in memory.
      if (held.has(projectId)) changed.add(projectId)
      log.error('look-alikes-not-kept', { project: projectId })
    }
  }

  async function read(projectId: string): Promise<NeighbourIndex | undefined> {
    try {
      await leaving.get(projectId)
      const kept = await stores.texts.get(textName(projectId))
      const labels = kept ? await stores.labels.list(projectId, MOST_LABELS) : []
      const restored = kept && readLookAlikes(kept, labels)
      if (restored && !restored.ok) log.error('look-alikes-unreadable', { project: projectId })
      const index = projects.open(projectId, restored?.ok ? restored.value : undefined)
      held.set(projectId, index)
      return index
    } catch {
      // An empty one would be written over what is there.
      log.error('look-alikes-not-read', { project: projectId })
      restsUntil = clock() + REST
      return undefined
    }
  }

  function of(projectId: string): NeighbourIndex | undefined | Promise<NeighbourIndex | undefined> {
    const known = projects.find(projectId) ?? opening.get(projectId)
    if (known || clock() < restsUntil) return known
    const reading = read(projectId).finally(() => opening.delete(projectId))
    opening.set(projectId, reading)
    return reading
  }

  return {
    of,
    async label(projectId, subject, label, at) {
      const index = await of(projectId)
      const isKnown = index?.label(subject, labelOf(label), at) ?? false
      if (isKnown) changed.add(projectId)
      return isKnown
    },
    async keep() {
      for (const [projectId, index] of held) {
        const { labelled } = index.sizes
        index.evict(clock())
        if (index.sizes.labelled < labelled) changed.add(projectId)
      }
      for (const projectId of [...changed]) {
        changed.delete(projectId)
        const index = held.get(projectId)
        if (index) await write(projectId, index)
      }
      await Promise.all(leaving.values())
    },
  }
}
