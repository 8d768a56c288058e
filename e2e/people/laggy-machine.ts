import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** An old machine: the browser has two fifths of the time, in turns. */
export const laggyMachine: Person = {
  name: 'laggy-machine',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user112', keyboard: 'p505', wheel: 'user16' },
  processorShare: 0.4,
  act: signUpByMouse,
}
