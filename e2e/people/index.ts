import type { Person } from '../hands/person.js'
import { firefoxMouse } from './firefox-mouse.js'
import { keyboardOnly } from './keyboard-only.js'
import { pastedPassword } from './pasted-password.js'
import { quickMouse } from './quick-mouse.js'
import { slowMouse } from './slow-mouse.js'
import { steadyMouse } from './steady-mouse.js'
import { webkitMouse } from './webkit-mouse.js'

/** Every person of the matrix. */
export const people: readonly Person[] = [quickMouse, steadyMouse, slowMouse, keyboardOnly, pastedPassword, firefoxMouse, webkitMouse]
