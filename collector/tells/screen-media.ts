import { seen, unsupported } from '../../shared/observation.js'
import { isPlainDesktopWindow } from './probe/desktop-window.js'
import type { Tell } from './tell.js'

/** Style sheets see a screen of another size or density than scripts do: a script was given a false one. */
export const screenMedia: Tell = {
  id: 'tell.screen-media',
  when: 'idle',
  observe() {
    if (!isPlainDesktopWindow() || !('matchMedia' in window)) return unsupported
    return seen(!matchMedia(`(device-width:${screen.width}px) and (device-height:${screen.height}px) and (resolution:1dppx)`).matches)
  },
}
