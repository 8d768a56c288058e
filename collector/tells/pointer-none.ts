import { seen, unsupported } from '../../shared/observation.js'
import { systemOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** A desktop without any pointing device. Kiosks and servers have none either, hence a small weight. */
export const pointerNone: Tell = {
  id: 'tell.pointer-none',
  observe() {
    const system = systemOf(navigator.userAgent)
    if (!system || /ios|android/.test(system)) return unsupported
    return seen(!navigator.maxTouchPoints && matchMedia('(pointer:none)').matches && matchMedia('(hover:none)').matches)
  },
}
