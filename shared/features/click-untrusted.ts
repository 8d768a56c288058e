import type { Feature } from './feature.js'
import { measured } from './measured.js'
import { startShare } from './statistics/share.js'

/** Share of the clicks that a script made. Frameworks and password managers make some; a page on which all are, nobody clicked. */
export const clickUntrusted = {
  id: 'input.click-untrusted',
  hears: ['click'],
  needs: {},
  range: [0, 1],
  start() {
    const untrusted = startShare()
    return {
      push(event) {
        untrusted.add(!event.trusted)
      },
      read: () => measured(true, untrusted.read(), this.range),
    }
  },
} as const satisfies Feature
