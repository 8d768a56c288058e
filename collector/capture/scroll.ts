import type { Scroll, Wheel } from '../../shared/features/input-event.js'

export const readWheel = (event: WheelEvent): Wheel => ({
  kind: 'wheel',
  t: event.timeStamp,
  trusted: event.isTrusted,
  deltaY: event.deltaY,
  legacyDelta: (event as { wheelDeltaY?: number }).wheelDeltaY ?? 0,
  mode: event.deltaMode,
})

/** Only the page's own position: a scrolled box inside it says nothing comparable. */
export function readScroll(event: Event): Scroll | undefined {
  if (event.target !== document) return undefined
  return { kind: 'scroll', t: event.timeStamp, trusted: event.isTrusted, y: scrollY }
}
