import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * Whether input comes to this browser in whole milliseconds: Chromium on a Linux desktop, where X11 and Wayland count time so, and its
 * own DevTools protocol does not. Not evidence, but what the grain of event times (`input.clock-step`) is evidence of. Chrome OS reads
 * the hardware itself, and calls itself X11 all the same.
 */
export const wholeMilliseconds: Tell = {
  id: 'tell.whole-milliseconds',
  observe: () => seen(/X11; Linux.+Chrom/.test(navigator.userAgent)),
}
