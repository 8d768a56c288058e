import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * Whether the visitor asked for less motion. Not evidence, but what a wheel that scrolls at one go (`input.wheel-scrolls`) depends on: on Linux
 * and Windows, Chromium takes this and the animation of a notch from the same setting of the system. Where there are no media queries, in
 * simulated browsers, nobody can have asked.
 */
export const reducedMotion: Tell = {
  id: 'tell.reduced-motion',
  observe: () => seen('matchMedia' in window && matchMedia('(prefers-reduced-motion)').matches),
}
