import { seen, unsupported } from '../../shared/observation.js'
import { isPlainDesktopWindow } from './probe/desktop-window.js'
import type { Tell } from './tell.js'

/** The page is larger than the window that shows it: an emulated viewport. */
export const viewportLarger: Tell = {
  id: 'tell.viewport-larger',
  when: 'idle',
  observe: () => (isPlainDesktopWindow() ? seen(innerWidth > outerWidth || innerHeight > outerHeight) : unsupported),
}
