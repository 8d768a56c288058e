import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/** Share of the clicks that a script made. Frameworks and password managers make some; a page on which all are, nobody clicked. */
export const clickUntrusted = {
  id: 'input.click-untrusted',
  hears: ['click'],
  untrusted: true,
  needs: {},
  range: [0, 1],
  start() {
    const untrusted = startShare()
    return {
      push(event) {
        untrusted.add(!event.trusted)
      },
      read: untrusted.read,
    }
  },
} as const satisfies Feature
