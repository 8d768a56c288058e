import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A mouse that reports at 40 Hz only, and hardly an overlap on the keys. */
export const coarseMouse: Person = {
  name: 'coarse-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user97', keyboard: 'p6513', wheel: 'user16' },
  act: signUpByMouse,
}
