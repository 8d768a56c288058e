import { seen, unsupported } from '../../shared/observation.js'
import { isPlainDesktopWindow } from './probe/desktop-window.js'
import type { Tell } from './tell.js'

/** A maximised window sticks out of its screen by its borders, up to 16 px. */
const BORDERS = 24

/** The window is larger than its screen: an emulated screen. A window may span several screens, hence the gate. */
export const windowBeyondScreen: Tell = {
  id: 'tell.window-beyond-screen',
  when: 'idle',
  observe() {
    const { width, height, isExtended } = screen as Screen & { isExtended?: boolean }
    if (!isPlainDesktopWindow() || isExtended || !width) return unsupported
    return seen(outerWidth > width + BORDERS || outerHeight > height + BORDERS)
  },
}
