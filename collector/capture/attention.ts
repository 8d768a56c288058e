import type { FocusChange, VisibilityChange } from '../../shared/features/input-event.js'

/** Focus of the page's elements. The window's own focus is left out: it repeats that of the element in it. */
export function readFocus(event: FocusEvent): FocusChange | undefined {
  if (event.target === window) return undefined
  return { kind: 'focus', t: event.timeStamp, trusted: event.isTrusted, gained: event.type === 'focus' }
}

export const readVisibility = (event: Event): VisibilityChange => ({
  kind: 'visibility',
  t: event.timeStamp,
  trusted: event.isTrusted,
  visible: document.visibilityState === 'visible',
})
