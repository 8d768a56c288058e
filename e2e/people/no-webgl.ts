import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** No 3D at all, as on many office machines and in hardened profiles. */
export const noWebgl: Person = {
  name: 'no-webgl',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', flags: ['--disable-gpu', '--disable-3d-apis'] },
  habits: { pointer: 'user59', keyboard: 'p591', wheel: 'user9' },
  act: signUpByMouse,
}
