import type { Ms } from '../../units.js'
import type { Click } from '../input-event.js'
import type { Emit, Recent } from './gesture.js'

/** What a page's own script clicks in answer to a hand, it clicks within this time. */
const ANSWER: Ms = 1000

/** Hears clicks that a script made too: of those, the ones that answer no hand stand alone. */
export function followClicks(emit: Emit, recent: Recent): (event: Click) => void {
  const hands = ['down', 'up', 'click', 'key-down', 'key-up'] as const
  return (event) => {
    const answers = hands.some((kind) => Math.abs(event.t - recent[kind]) <= ANSWER)
    emit('activation', { ...event, alone: !event.trusted && !answers })
  }
}
