import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/** Share of the submits on a page where, until then, no move, press, key, click or wheel was seen. */
export const submitHandless = {
  id: 'input.submit-handless',
  hears: ['submit', 'move', 'down', 'up', 'click', 'wheel', 'key-down', 'key-up'],
  needs: { submits: 1 },
  range: [0, 1],
  start() {
    const handless = startShare()
    let hand = false
    return {
      push({ kind }) {
        if (kind === 'submit') handless.add(!hand)
        else hand = true
      },
      read: handless.read,
    }
  },
} as const satisfies Feature
