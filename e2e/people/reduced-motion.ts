import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Asks for reduced motion: no smooth scrolling. */
export const reducedMotion: Person = {
  name: 'reduced-motion',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', flags: ['--force-prefers-reduced-motion'] },
  habits: { pointer: 'user36', keyboard: 'p656', wheel: 'user9' },
  act: signUpByMouse,
}
