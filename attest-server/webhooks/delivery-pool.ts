import type { Seconds } from '../../shared/units.js'
import { type DeliverDeps, deliverMessage } from './deliver-message.js'

/** Messages under way at once: sockets, and as many bodies of 8 KB. */
const MOST_UNDER_WAY = 64
/** Of one project: a receiver that answers nothing holds up so many of its own, and nobody else's. */
const MOST_OF_PROJECT = 4
/** Longer than one try can take. */
const LEASE: Seconds = 60

export interface DeliveryPool {
  /** Begins what is due and has room, of all projects in turns. @returns how many. Rejects where the store does not answer. */
  fill(): Promise<number>
}

/**
 * Messages under way: as one ends there is room for the next, so that nobody waits for the slowest of a round.
 * @param onEnd told of each that ended, and why, where the store did not answer.
 */
export function createDeliveryPool(deps: DeliverDeps, onEnd: (fault: unknown) => void): DeliveryPool {
  const ofProject = new Map<string, number>()
  let underWay = 0
  const roomFor = (projectId: string): number => MOST_OF_PROJECT - (ofProject.get(projectId) ?? 0)

  function count(projectId: string, change: 1 | -1): void {
    underWay += change
    const next = (ofProject.get(projectId) ?? 0) + change
    if (next === 0) ofProject.delete(projectId)
    else ofProject.set(projectId, next)
  }

  return {
    async fill() {
      const now = deps.clock()
      const messages = await deps.outbox.claim(MOST_UNDER_WAY - underWay, now, now + LEASE, roomFor)
      for (const message of messages) {
        count(message.projectId, 1)
        const ended = (fault?: unknown): void => {
          count(message.projectId, -1)
          onEnd(fault)
        }
        deliverMessage(message, deps).then(() => ended(), ended)
      }
      return messages.length
    },
  }
}
