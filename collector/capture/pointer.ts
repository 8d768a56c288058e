import type { Offset, PointerKind } from '../../shared/features/input-event.js'
import type { Own } from './own.js'

const kindOf = (type: string): PointerKind => (type === 'touch' || type === 'pen' ? type : 'mouse')

/** All that there is to a move or a release. */
export const readPlace = (event: PointerEvent): Own<'move' | 'up'> => ({
  x: event.clientX,
  y: event.clientY,
  pointer: kindOf(event.pointerType),
})

/** Measures the layout, which can be costly: hence only for presses, of which there are few. */
function offsetIn(event: PointerEvent): Offset {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return { dx: 0, dy: 0, width: 0, height: 0 }
  const { left, top, width, height } = target.getBoundingClientRect()
  return { dx: event.clientX - left - width / 2, dy: event.clientY - top - height / 2, width, height }
}

export const readDown = (event: PointerEvent): Own<'down'> => ({
  ...readPlace(event),
  pressure: event.pressure,
  offset: offsetIn(event),
  focused: document.hasFocus(),
})
