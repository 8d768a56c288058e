import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A mouse that reports at 140 Hz, and keys that overlap as often as not. */
export const fastPollMouse: Person = {
  name: 'fast-poll-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user26', keyboard: 'p985', wheel: 'user9' },
  act: signUpByMouse,
}
