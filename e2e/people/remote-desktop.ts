import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Works on another machine: the pointer comes at 10 Hz, buttons and keys at their own time. */
export const remoteDesktop: Person = {
  name: 'remote-desktop',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user71', keyboard: 'p373', wheel: 'user9', movesEvery: 100 },
  act: signUpByMouse,
}
