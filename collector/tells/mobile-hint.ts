import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** A phone by the user agent string and none by the client hints, or the reverse. */
export const mobileHint: Tell = {
  id: 'tell.mobile-hint',
  when: 'idle',
  observe() {
    const hints = clientHints()
    return hints?.brands.length ? seen(hints.mobile !== /Mobile/.test(navigator.userAgent)) : unsupported
  },
}
