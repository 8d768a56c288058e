import { seen, unsupported } from '../../shared/observation.js'
import { claimsOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** A phone without a touch screen. */
export const touchClaim: Tell = {
  id: 'tell.touch-claim',
  observe() {
    const { system, mobile } = claimsOf(navigator.userAgent)
    if (!mobile || !system || !/ios|android/.test(system)) return unsupported
    return seen(!navigator.maxTouchPoints && !('ontouchstart' in window))
  },
}
