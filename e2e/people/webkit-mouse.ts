import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** WebKit in its window for GTK, and a mouse at 60 Hz. */
export const webkitMouse: Person = {
  name: 'webkit-mouse',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'webkitgtk' },
  habits: { pointer: 'user68', keyboard: 'p2651', wheel: 'user29' },
  act: signUpByMouse,
}
