import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Firefox as it comes, and a mouse at 60 Hz. */
export const firefoxMouse: Person = {
  name: 'firefox-mouse',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'firefox' },
  habits: { pointer: 'user40', keyboard: 'p4750', wheel: 'user9' },
  act: signUpByMouse,
}
