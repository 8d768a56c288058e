import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** A touchpad that clicks at a tap: the button is down for some 7 ms, because the driver sends both at once. */
export const tapToClick: Person = {
  name: 'tap-to-click',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user31', keyboard: 'p3565', wheel: 'user29' },
  act: signUpByMouse,
}
