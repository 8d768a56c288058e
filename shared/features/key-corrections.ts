import type { Feature } from './feature.js'
import { measured } from './measured.js'
import { startShare } from './statistics/share.js'

const LEAST = 20

/** Share of Backspace among the keys pressed, once for each press. People correct 2 to 10 % of what they type. */
export const keyCorrections = {
  id: 'input.key-corrections',
  hears: ['key-down'],
  needs: { keys: LEAST },
  range: [0, 1],
  start() {
    const corrections = startShare()
    return {
      push(event) {
        if (event.kind !== 'key-down' || !event.trusted || event.repeat || event.key === 'modifier') return
        corrections.add(event.key === 'backspace')
      },
      read: () => measured(corrections.count() >= LEAST, corrections.read(), this.range),
    }
  },
} as const satisfies Feature
