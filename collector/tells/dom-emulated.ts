import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** In every browser since 2018, and behind no setting; JavaScript re-implementations of the DOM lack most of them. None has to be made to be asked for. */
const present = (): readonly unknown[] => [
  'matchMedia' in window,
  'CSS' in window,
  'Worker' in window,
  'IntersectionObserver' in window,
  'elementFromPoint' in document,
  'animate' in document.documentElement,
  'fonts' in document,
  'createImageBitmap' in window,
]

/** How many of eight basic parts of a browser are missing. */
export const domEmulated: Tell = {
  id: 'tell.dom-emulated',
  observe: () => seen(present().filter((is) => !is).length),
}
