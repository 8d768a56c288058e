import { frameStep } from '../../shared/frame-step.js'
import { isOnGrid } from '../../shared/is-on-grid.js'
import { seen } from '../../shared/observation.js'
import { engineOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** Firefox, Tor and LibreWolf that resist fingerprinting: window and screen are the page, and the clock stands still between frames. */
const resists = () =>
  engineOf(navigator.userAgent) === 'gecko' &&
  outerHeight === innerHeight &&
  screen.height === innerHeight &&
  isOnGrid(performance.now(), frameStep)

/**
 * How the browser is hardened: 0 not at all, 1 resists fingerprinting, 2 answers at random (Brave). Not evidence, but what other
 * evidence depends on: such browsers contradict themselves on purpose. What is merely switched off counts in `tell.features-off`.
 */
export const hardened: Tell = {
  id: 'tell.hardened',
  observe() {
    if (resists()) return seen(1)
    return seen('brave' in navigator ? 2 : 0)
  },
}
