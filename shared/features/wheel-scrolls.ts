import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { isNotch } from './is-notch.js'

const LEAST = 3
/** A browser's scroll animation is over by then. */
const ANIMATION: Ms = 500

/**
 * Scroll events for each notch that scrolled at all. Browsers animate a notch over 10 to 20 frames; events injected through a
 * debugging protocol jump (1). So does a page whose visitor asked for reduced motion.
 */
export const wheelScrolls = {
  id: 'input.wheel-scrolls',
  hears: ['wheel', 'scroll'],
  needs: { wheels: LEAST, scrolls: LEAST },
  range: [1, 200],
  start() {
    let notch = Number.NaN
    let fresh = false
    let notches = 0
    let scrolls = 0
    return {
      push(event) {
        if (isNotch(event)) {
          notch = event.t
          fresh = true
        } else if (event.kind === 'scroll' && event.t - notch <= ANIMATION) {
          scrolls++
          if (fresh) notches++
          fresh = false
        }
      },
      read: () => (notches >= LEAST ? scrolls / notches : Number.NaN),
    }
  },
} as const satisfies Feature
