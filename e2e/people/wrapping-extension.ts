import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Has an extension that wraps the console and natives, as error trackers and recorders do. */
export const wrappingExtension: Person = {
  name: 'wrapping-extension',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', extensions: ['console-wrapper'] },
  habits: { pointer: 'user77', keyboard: 'p3154', wheel: 'user16' },
  act: signUpByMouse,
}
