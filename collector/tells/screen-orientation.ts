import { seen, unsupported } from '../../shared/observation.js'
import { isPlainDesktopWindow } from './probe/desktop-window.js'
import type { Tell } from './tell.js'

/** The screen calls itself upright and is wider than high, or the reverse. */
export const screenOrientation: Tell = {
  id: 'tell.screen-orientation',
  when: 'idle',
  observe() {
    const type = (screen.orientation as ScreenOrientation | undefined)?.type
    if (!type || !isPlainDesktopWindow() || screen.width === screen.height) return unsupported
    return seen(/^p/.test(type) === screen.width > screen.height)
  },
}
