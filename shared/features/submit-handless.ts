import type { Feature } from './feature.js'
import type { InputEvent } from './input-event.js'
import { startShare } from './statistics/share.js'

const hands: readonly InputEvent['kind'][] = ['move', 'down', 'up', 'click', 'wheel', 'key-down', 'key-up']

/** Share of the submits on a page where, until then, no move, press, key, click or wheel was seen. */
export const submitHandless = {
  id: 'input.submit-handless',
  hears: ['submit', ...hands],
  needs: { submits: 1 },
  range: [0, 1],
  start() {
    const handless = startShare()
    let hand = false
    return {
      push({ kind }) {
        if (kind === 'submit') handless.add(!hand)
        else if (hands.includes(kind)) hand = true
      },
      read: handless.read,
    }
  },
} as const satisfies Feature
