import type { Px } from '../../shared/units.js'
import { isFlush } from './is-flush.js'
import type { Own } from './own.js'

/** With Ctrl it zooms: no notch of scrolling. */
export const readWheel = (event: WheelEvent): Own<'wheel'> => ({
  flush: isFlush(event),
  deltaY: event.deltaY,
  legacyDelta: event.ctrlKey ? 0 : ((event as { wheelDeltaY?: number }).wheelDeltaY ?? 0),
})

/** Only the page's own scrolling: that of a box inside it says nothing comparable. @param wordsOn about how many words stand on a stretch of the page; NaN while it is not known */
export const readScroll = (event: Event, wordsOn: (height: Px) => number): Own<'scroll'> | undefined =>
  event.target === document ? { top: scrollY / innerHeight, words: wordsOn(innerHeight) } : undefined
