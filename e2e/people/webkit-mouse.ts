import type { Person } from '../hands/person.js'
import { quickMouse } from './quick-mouse.js'

/** Signs up in WebKitGTK, with a mouse that reports at 60 Hz. */
export const webkitMouse: Person = {
  ...quickMouse,
  name: 'webkit-mouse',
  browser: { engine: 'webkitgtk' },
  habits: { pointer: 'user68', keyboard: 'p2651', wheel: 'user29' },
}
