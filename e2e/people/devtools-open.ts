import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A developer with the DevTools docked in the window, whose console hears all that the page logs. */
export const devtoolsOpen: Person = {
  name: 'devtools-open',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', flags: ['--auto-open-devtools-for-tabs'] },
  habits: { pointer: 'user65', keyboard: 'p4544', wheel: 'user9' },
  act: signUpByMouse,
}
