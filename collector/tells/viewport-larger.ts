import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * Whether lengths of page and window can be compared at all: a top window on a desktop, opened, and not zoomed (zoom and scaled
 * screens change the device pixel ratio).
 */
function isPlainDesktopWindow(): boolean {
  const scale = window.visualViewport?.scale ?? 1
  return devicePixelRatio === 1 && scale === 1 && outerWidth > 0 && !navigator.maxTouchPoints && window === window.top
}

/** The page is larger than the window that shows it: an emulated viewport. */
export const viewportLarger: Tell = {
  id: 'tell.viewport-larger',
  observe: () => (isPlainDesktopWindow() ? seen(innerWidth > outerWidth || innerHeight > outerHeight) : unsupported),
}
