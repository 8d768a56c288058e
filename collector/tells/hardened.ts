import { frameStep } from '../../shared/frame-step.js'
import { isOnGrid } from '../../shared/is-on-grid.js'
import { seen } from '../../shared/observation.js'
import { hardening } from '../../shared/wire/tells.js'
import { engineOf } from './probe/claims.js'
import { isBrave } from './probe/is-brave.js'
import type { Tell } from './tell.js'

/** Firefox, Tor and LibreWolf that resist fingerprinting: window and screen are the page, and the clock stands still between frames. */
const resists = () =>
  engineOf(navigator.userAgent) === 'gecko' &&
  outerHeight === innerHeight &&
  screen.height === innerHeight &&
  isOnGrid(performance.now(), frameStep)

/** Which class of browser this is (`hardening`). Not evidence, but what other evidence depends on: the hardened contradict themselves on purpose. */
export const hardened: Tell = {
  id: 'tell.hardened',
  observe() {
    if (resists()) return seen(hardening.same)
    return seen(isBrave() ? hardening.random : hardening.none)
  },
}
