import type { Offset, PointerKind } from '../../shared/features/input-event.js'
import { isChromium } from './is-chromium.js'
import { isFlush } from './is-flush.js'
import type { Own } from './own.js'

/**
 * Assistive technology may give no type at all. Pens are known by Chromium's source alone, whose protocol can play them; elsewhere (a
 * Pencil that writes into fields by hand) nothing is asked of them.
 */
const kindOf = (type: string): PointerKind => (type === 'mouse' || type === 'touch' || (type === 'pen' && isChromium()) ? type : 'other')

const readPlace = (event: PointerEvent) => ({ pointer: kindOf(event.pointerType), x: event.clientX, y: event.clientY })

export const readUp = (event: PointerEvent): Own<'up'> => ({ ...readPlace(event), focused: document.hasFocus() })

const readMeasured = (event: PointerEvent) => ({
  ...readPlace(event),
  zoomed: devicePixelRatio !== 1 || (visualViewport?.scale ?? 1) !== 1,
  flush: isFlush(event),
})

export const readMove = (event: PointerEvent): Own<'move'> => ({
  ...readMeasured(event),
  // Missing before Safari 17 and on pages without a secure context.
  samples: event.getCoalescedEvents?.().length ?? 0,
})

/** Measures the layout, which can be costly: hence only for presses, of which there are few. */
function offsetIn(event: PointerEvent): Offset {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return { dx: 0, dy: 0, width: 0, height: 0 }
  // A form's fields hide its methods behind their own names, hence the prototype's.
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(target)
  return { dx: event.clientX - left - width / 2, dy: event.clientY - top - height / 2, width, height }
}

export const readDown = (event: PointerEvent): Own<'down'> => ({
  ...readMeasured(event),
  touchable: navigator.maxTouchPoints > 0,
  pressure: event.pressure,
  offset: offsetIn(event),
})
