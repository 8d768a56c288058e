import type { Person } from '../hands/person.js'
import { signUpByKeyboard } from '../hands/sign-up.js'

/** Firefox by the keyboard alone. */
export const firefoxKeyboard: Person = {
  name: 'firefox-keyboard',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'firefox' },
  habits: { pointer: 'user3', keyboard: 'p4408', wheel: 'user9' },
  act: signUpByKeyboard,
}
