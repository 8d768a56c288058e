import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A private window. */
export const incognito: Person = {
  name: 'incognito',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', flags: ['--incognito'] },
  habits: { pointer: 'user83', keyboard: 'p4907', wheel: 'user29' },
  act: signUpByMouse,
}
