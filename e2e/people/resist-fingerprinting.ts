import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Firefox with `privacy.resistFingerprinting`: coarse clocks, a common size and time zone, noise on canvases. */
export const resistFingerprinting: Person = {
  name: 'resist-fingerprinting',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'firefox', preferences: { 'privacy.resistFingerprinting': true } },
  habits: { pointer: 'user43', keyboard: 'p3822', wheel: 'user9' },
  act: signUpByMouse,
}
