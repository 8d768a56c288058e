import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * In every browser since 2017 (of these, `fonts` came last to Safari, with 10), and behind no setting; JavaScript re-implementations of the DOM lack most of
 * them: jsdom 26 all eight, happy-dom 20 five. None has to be made to be asked for.
 */
const present = (): readonly unknown[] => [
  'matchMedia' in window,
  'CSS' in window,
  'Worker' in window,
  'elementFromPoint' in document,
  'fonts' in document,
  'Path2D' in window,
  'ImageData' in window,
  'designMode' in document,
]

/** How many of eight basic parts of a browser are missing. */
export const domEmulated: Tell = {
  id: 'tell.dom-emulated',
  observe: () => seen(present().filter((is) => !is).length),
}
