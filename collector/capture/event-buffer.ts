import type { InputEvent } from '../../shared/features/input-event.js'

/** More than a visitor does in the seconds until senses.js is there; some 400 KB. */
const MOST = 4096
/** How many stay when there are too many. */
const KEPT = 3072

export interface EventBuffer {
  push(event: InputEvent): void
  /**
   * Gives events away, in the order in which they came, for as long as there are `more` to be taken.
   * @returns whether none is left
   */
  drain(take: (event: InputEvent) => void, more: () => boolean): boolean
}

/** Without the oldest moves, of which there are most and of which each says least; where that does not do, without the oldest events. */
function thin(events: readonly InputEvent[]): InputEvent[] {
  let surplus = events.length - KEPT
  return events.filter(({ kind }) => kind !== 'move' || surplus-- <= 0).slice(-KEPT)
}

/** Keeps input until somebody can make something of it. Bounded: who never comes costs no more than so much memory. */
export function createEventBuffer(): EventBuffer {
  let events: InputEvent[] = []
  return {
    push(event) {
      if (events.push(event) > MOST) events = thin(events)
    },
    drain(take, more) {
      let given = 0
      try {
        while (given < events.length && more()) take(events[given++]!)
      } finally {
        events.splice(0, given)
      }
      return events.length === 0
    },
  }
}
