import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** A phone without a touch screen. */
export const touchClaim: Tell = {
  id: 'tell.touch-claim',
  when: 'idle',
  observe() {
    if (!/iPhone|Android.+Mobile/.test(navigator.userAgent)) return unsupported
    return seen(!navigator.maxTouchPoints && !('ontouchstart' in window))
  },
}
