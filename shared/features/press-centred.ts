import type { Px } from '../units.js'
import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

const LEAST = 1
/** In a smaller element anyone hits the centre. */
const LEAST_SIZE: Px = 12
const CENTRE: Px = 1

/** Share of the mouse presses within 1 px of the exact centre of what they hit. A second press on the same spot does not count. */
export const pressCentred = {
  id: 'input.press-centred',
  hears: ['down'],
  needs: { presses: LEAST },
  range: [0, 1],
  start() {
    const centred = startShare(LEAST)
    let x = Number.NaN
    let y = Number.NaN
    return {
      push(event) {
        if (event.kind !== 'down' || event.pointer !== 'mouse') return
        const { dx, dy, width, height } = event.offset
        const same = event.x === x && event.y === y
        x = event.x
        y = event.y
        if (!same && Math.min(width, height) >= LEAST_SIZE) centred.add(Math.max(Math.abs(dx), Math.abs(dy)) <= CENTRE)
      },
      read: centred.read,
    }
  },
} as const satisfies Feature
