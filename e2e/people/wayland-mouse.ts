import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Chromium on Wayland, as on most Linux desktops: the times of input are its own, as those that a protocol sends are. */
export const waylandMouse: Person = {
  name: 'wayland-mouse',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', wayland: true },
  habits: { pointer: 'user86', keyboard: 'p6984', wheel: 'user16' },
  act: signUpByMouse,
}
