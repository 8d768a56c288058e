import type { Person } from '../hands/person.js'
import { quickMouse } from './quick-mouse.js'

/** Signs up in Firefox, with a mouse that reports at 60 Hz. */
export const firefoxMouse: Person = {
  ...quickMouse,
  name: 'firefox-mouse',
  browser: { engine: 'firefox' },
  habits: { pointer: 'user40', keyboard: 'p4750', wheel: 'user9' },
}
