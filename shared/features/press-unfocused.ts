import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/** Share of the mouse presses, after the first, in a document without focus. The first is what gives a window its focus. */
export const pressUnfocused = {
  id: 'input.press-unfocused',
  hears: ['down'],
  needs: { presses: 2 },
  range: [0, 1],
  start() {
    const unfocused = startShare()
    let first = true
    return {
      push(event) {
        if (event.kind !== 'down' || event.pointer !== 'mouse') return
        if (!first) unfocused.add(!event.focused)
        first = false
      },
      read: unfocused.read,
    }
  },
} as const satisfies Feature
