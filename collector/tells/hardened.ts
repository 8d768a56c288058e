import { seen } from '../../shared/observation.js'
import { engineOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** One frame of 60 Hz: the step of the clock in a Firefox that resists fingerprinting. */
const FRAME = 1000 / 60
const onFrame = (time: number) => Math.abs(time / FRAME - Math.round(time / FRAME)) < 0.01

/** Firefox, Tor and LibreWolf that resist fingerprinting: window and screen are the page, and the clock stands still between frames. */
const resists = () =>
  engineOf(navigator.userAgent) === 'gecko' && outerHeight === innerHeight && screen.height === innerHeight && onFrame(performance.now())

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
