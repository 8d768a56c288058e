import type { Person } from '../hands/person.js'
import { signUpByKeyboard } from '../hands/sign-up.js'

/** WebKit in its window for GTK, by the keyboard alone. */
export const webkitKeyboard: Person = {
  name: 'webkit-keyboard',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'webkitgtk' },
  habits: { pointer: 'user3', keyboard: 'p5695', wheel: 'user9' },
  act: signUpByKeyboard,
}
