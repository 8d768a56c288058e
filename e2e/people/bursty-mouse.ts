import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A mouse whose reports come in bursts, some of them a millisecond apart. */
export const burstyMouse: Person = {
  name: 'bursty-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user120', keyboard: 'p3043', wheel: 'user9' },
  act: signUpByMouse,
}
