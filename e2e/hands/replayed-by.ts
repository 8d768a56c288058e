import type { Replayed } from '../support/driver.js'
import type { Habits } from './hands.js'
import { sources } from './recordings.js'

/** Everybody whose recordings these habits draw on, whether or not a visit comes to all of them. */
export function replayedBy({ pointer, keyboard, wheel, touch }: Habits): Replayed[] {
  const hands = [
    { source: sources.pointer, user: pointer },
    { source: sources.keyboard, user: keyboard },
    { source: sources.wheel, user: wheel },
  ]
  return touch === undefined ? hands : [...hands, { source: sources.touch, user: touch }]
}
