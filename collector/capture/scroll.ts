import { isFlush } from './is-flush.js'
import type { Own } from './own.js'

export const readWheel = (event: WheelEvent): Own<'wheel'> => ({
  flush: isFlush(event),
  deltaY: event.deltaY,
  legacyDelta: (event as { wheelDeltaY?: number }).wheelDeltaY ?? 0,
})

/** Only the page's own scrolling: that of a box inside it says nothing comparable. */
export const readScroll = (event: Event): Own<'scroll'> | undefined =>
  event.target === document ? { top: scrollY / innerHeight } : undefined
