import type { EpochSeconds } from '../../../shared/units.js'
import { takeFromFullest } from '../fairness/take-from-fullest.js'
import type { Redis, Reply } from './redis.js'

/** Of one project in one go: some milliseconds, in which nobody else is answered. */
const BATCH = 200

/** A kind of thing that projects have many of, each project's in one place of its own. */
export interface Shared {
  /** Key of the set of projects that have any. */
  readonly registry: string
  readonly indexOf: (projectId: string) => string
  /** The command that counts them. */
  readonly sizeOf: 'ZCARD' | 'XLEN'
  /** Of all projects together. */
  readonly most: number
}

/** Drops what is over, or so many of the first where that is more; at most `batch`. @returns how many went. */
export type DropFirst = (projectId: string, surplus: number, batch: number) => Promise<Reply>

/**
 * Keeps projects to their shares. The places of several projects cannot change in one step, and need not: what one holds is counted where it is, and a
 * project that is taken off the list while its next thing comes is on it again with the first one of a later second.
 */
export function createProjectShares(redis: Redis, { registry, indexOf, sizeOf, most }: Shared) {
  /** Those that are on the list by this process's word of this second: a busy project would say so with each thing. */
  const noted = new Set<string>()
  let second: EpochSeconds = 0

  async function count(projectId: string): Promise<readonly [string, number]> {
    const size = Number(await redis.call(sizeOf, indexOf(projectId)))
    if (size === 0) {
      // Before, for what comes while it is taken off; after, for what was on its way.
      noted.delete(projectId)
      await redis.call('SREM', registry, projectId)
      noted.delete(projectId)
    }
    return [projectId, size]
  }
  return {
    /** For a project that has one more. */
    async note(projectId: string, now: EpochSeconds): Promise<void> {
      if (Math.floor(now) !== second) {
        second = Math.floor(now)
        noted.clear()
      }
      if (noted.has(projectId)) return
      const asked = second
      await redis.call('SADD', registry, projectId)
      if (asked === second) noted.add(projectId)
    },
    async prune(drop: DropFirst): Promise<number> {
      const projects = (await redis.call('SMEMBERS', registry)) as readonly string[]
      const held = new Map((await Promise.all(projects.map(count))).filter(([, size]) => size > 0))
      const surplus = [...held.values()].reduce((sum, size) => sum + size, 0) - most
      const gifts = surplus > 0 ? takeFromFullest(held, surplus) : new Map<string, number>()
      const gone = await Promise.all([...held.keys()].map((projectId) => drop(projectId, gifts.get(projectId) ?? 0, BATCH)))
      return gone.reduce((sum: number, dropped) => sum + Number(dropped), 0)
    },
  }
}
