import type { Person } from '../hands/person.js'
import { burstyMouse } from './bursty-mouse.js'
import { coarseMouse } from './coarse-mouse.js'
import { devtoolsOpen } from './devtools-open.js'
import { eyeTracker } from './eye-tracker.js'
import { fastPollMouse } from './fast-poll-mouse.js'
import { firefoxKeyboard } from './firefox-keyboard.js'
import { firefoxMouse } from './firefox-mouse.js'
import { incognito } from './incognito.js'
import { keyboardOnly } from './keyboard-only.js'
import { laggyMachine } from './laggy-machine.js'
import { noPdfViewer } from './no-pdf-viewer.js'
import { noWebgl } from './no-webgl.js'
import { noiseExtension } from './noise-extension.js'
import { passwordManager } from './password-manager.js'
import { pastedPassword } from './pasted-password.js'
import { quickMouse } from './quick-mouse.js'
import { reducedMotion } from './reduced-motion.js'
import { remoteDesktop } from './remote-desktop.js'
import { resistFingerprinting } from './resist-fingerprinting.js'
import { screenReader } from './screen-reader.js'
import { slowMouse } from './slow-mouse.js'
import { slowReader } from './slow-reader.js'
import { steadyMouse } from './steady-mouse.js'
import { switchingExtension } from './switching-extension.js'
import { tapToClick } from './tap-to-click.js'
import { touchScreen } from './touch-screen.js'
import { trackpad } from './trackpad.js'
import { waylandMouse } from './wayland-mouse.js'
import { webkitKeyboard } from './webkit-keyboard.js'
import { webkitMouse } from './webkit-mouse.js'
import { wrappingExtension } from './wrapping-extension.js'
import { zoom150 } from './zoom-150.js'

/** Every person of the matrix. */
export const people: readonly Person[] = [
  quickMouse,
  steadyMouse,
  slowMouse,
  fastPollMouse,
  burstyMouse,
  coarseMouse,
  tapToClick,
  remoteDesktop,
  slowReader,
  touchScreen,
  trackpad,
  screenReader,
  eyeTracker,
  keyboardOnly,
  pastedPassword,
  passwordManager,
  firefoxMouse,
  firefoxKeyboard,
  resistFingerprinting,
  webkitMouse,
  webkitKeyboard,
  zoom150,
  noWebgl,
  noPdfViewer,
  reducedMotion,
  incognito,
  devtoolsOpen,
  wrappingExtension,
  switchingExtension,
  noiseExtension,
  laggyMachine,
  waylandMouse,
]
