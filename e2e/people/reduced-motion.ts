import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/**
 * Asks for reduced motion, on Wayland, and so has no smooth scrolling: the flag for the one leaves the other on, which a desktop's setting does not.
 * A wheel and a clock like those of a protocol, then.
 */
export const reducedMotion: Person = {
  name: 'reduced-motion',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', wayland: true, flags: ['--force-prefers-reduced-motion', '--disable-smooth-scrolling'] },
  habits: { pointer: 'user36', keyboard: 'p656', wheel: 'user9' },
  act: signUpByMouse,
}
