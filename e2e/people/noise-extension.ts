import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Has an extension against fingerprinting that adds noise to canvas, audio, WebGL and the number of cores. */
export const noiseExtension: Person = {
  name: 'noise-extension',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', extensions: ['noise'] },
  habits: { pointer: 'user86', keyboard: 'p6984', wheel: 'user9' },
  act: signUpByMouse,
}
