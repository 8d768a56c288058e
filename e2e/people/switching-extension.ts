import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Has an extension that tells pages other languages and an older browser, and cannot tell workers and new frames the same. */
export const switchingExtension: Person = {
  name: 'switching-extension',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', extensions: ['switcher'] },
  habits: { pointer: 'user77', keyboard: 'p3154', wheel: 'user16' },
  act: signUpByMouse,
}
