import type { Person } from '../hands/person.js'
import { signUpByKeyboard } from '../hands/sign-up.js'

/** Never touches a pointer. */
export const keyboardOnly: Person = {
  name: 'keyboard-only',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user44', keyboard: 'p2227', wheel: 'user9' },
  act: signUpByKeyboard,
}
