import type { InputEvent } from '../../shared/features/input-event.js'

/** More than a visitor does in the seconds until senses.js is there; some 400 KB. */
const MOST = 4096
/** How many stay when there are too many. */
const KEPT = 3072

/** Who makes something of events. */
export interface EventTaker {
  push(event: InputEvent): void
  lose(count: number): void
}

export interface EventBuffer {
  push(event: InputEvent): void
  /**
   * Gives the oldest event away, and before it, how many were dropped. What `to` throws at is not given again.
   * @returns whether there was one
   */
  give(to: EventTaker): boolean
}

/**
 * Keeps input until somebody can make something of it. Bounded: who never comes costs no more than so much memory. What is too much goes
 * as a whole, the oldest first: were only moves dropped, which say least, the presses between them would be those of a hand that jumps.
 */
export function createEventBuffer(): EventBuffer {
  let events: InputEvent[] = []
  let lost = 0
  return {
    push(event) {
      if (events.push(event) <= MOST) return
      lost += events.length - KEPT
      events = events.slice(-KEPT)
    },
    give(to) {
      if (lost) to.lose(lost)
      lost = 0
      const event = events.shift()
      if (event) to.push(event)
      return !!event
    },
  }
}
