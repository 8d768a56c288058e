import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * Whether input may come to this browser in whole milliseconds: Chromium on a Linux desktop, where X11 counts time so, and neither Wayland nor its
 * own DevTools protocol does. Not evidence, but what the grain of event times (`input.clock-step`) is evidence of. Chrome OS reads
 * the hardware itself, and calls itself X11 all the same; so do tablets that ask for desktop pages, hence nothing that can be touched.
 */
export const wholeMilliseconds: Tell = {
  id: 'tell.whole-milliseconds',
  observe: () => seen(/X11; Linux.+Chrom/.test(navigator.userAgent) && !navigator.maxTouchPoints),
}
