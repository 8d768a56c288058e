import type { Click, Offset, PointerDown, PointerKind, PointerMove, PointerUp } from '../../shared/features/input-event.js'

const kindOf = (type: string): PointerKind => (type === 'touch' || type === 'pen' ? type : 'mouse')

export function readMove(event: PointerEvent): PointerMove {
  return {
    kind: 'move',
    t: event.timeStamp,
    trusted: event.isTrusted,
    x: event.clientX,
    y: event.clientY,
    pointer: kindOf(event.pointerType),
    // Not everywhere: Safari has it since 18.2, and only secure contexts have it.
    samples: event.getCoalescedEvents ? Math.max(1, event.getCoalescedEvents().length) : 0,
    pressure: event.pressure,
  }
}

/** Measures the layout, which can be costly: hence only for presses, of which there are few. */
function offsetIn(event: PointerEvent): Offset {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return { dx: 0, dy: 0, width: 0, height: 0 }
  const box = target.getBoundingClientRect()
  return {
    dx: event.clientX - (box.left + box.width / 2),
    dy: event.clientY - (box.top + box.height / 2),
    width: box.width,
    height: box.height,
  }
}

export function readDown(event: PointerEvent): PointerDown {
  return {
    kind: 'down',
    t: event.timeStamp,
    trusted: event.isTrusted,
    x: event.clientX,
    y: event.clientY,
    pointer: kindOf(event.pointerType),
    pressure: event.pressure,
    contact: event.width,
    offset: offsetIn(event),
    focused: document.hasFocus(),
  }
}

export function readUp(event: PointerEvent): PointerUp {
  const { timeStamp: t, isTrusted: trusted, clientX: x, clientY: y } = event
  return { kind: 'up', t, trusted, x, y, pointer: kindOf(event.pointerType) }
}

export const readClick = (event: MouseEvent): Click => ({
  kind: 'click',
  t: event.timeStamp,
  trusted: event.isTrusted,
  detail: event.detail,
})
