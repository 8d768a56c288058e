import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** All pages at 150 %: positions with fractions, and a device pixel ratio that no screen has. */
export const zoom150: Person = {
  name: 'zoom-150',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', preferences: { partition: { default_zoom_level: { x: Math.log(1.5) / Math.log(1.2) } } } },
  habits: { pointer: 'user25', keyboard: 'p5057', wheel: 'user16' },
  act: signUpByMouse,
}
