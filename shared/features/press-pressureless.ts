import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/**
 * Share of the mouse presses with a pressure of 0. For hardware that cannot tell, Pointer Events (§4, `pressure`) demands
 * 0.5 while a button is down; events dispatched through a debugging protocol say 0.
 */
export const pressPressureless = {
  id: 'input.press-pressureless',
  hears: ['down'],
  needs: { presses: 1 },
  range: [0, 1],
  start() {
    const pressureless = startShare()
    return {
      push(event) {
        if (event.kind === 'down' && event.pointer === 'mouse') pressureless.add(event.pressure === 0)
      },
      read: pressureless.read,
    }
  },
} as const satisfies Feature
