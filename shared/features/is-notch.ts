import type { InputEvent, Wheel } from './input-event.js'

/** Turns of a notched wheel, for which browsers report multiples of 120. Trackpads and touch screens report anything. */
export function isNotch(event: InputEvent): event is Wheel {
  return event.kind === 'wheel' && event.deltaY !== 0 && event.legacyDelta !== 0 && event.legacyDelta % 120 === 0
}
