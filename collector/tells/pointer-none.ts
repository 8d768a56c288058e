import { seen, unsupported } from '../../shared/observation.js'
import { systemOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** A desktop without any pointing device. Kiosks and servers have none either. */
export const pointerNone: Tell = {
  id: 'tell.pointer-none',
  when: 'idle',
  observe() {
    if (!/windows|mac|linux/.test(systemOf(navigator.userAgent) ?? '') || !('matchMedia' in window)) return unsupported
    return seen(!navigator.maxTouchPoints && matchMedia('(pointer:none) and (hover:none)').matches)
  },
}
