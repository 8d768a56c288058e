import { seen, unsupported } from '../../shared/observation.js'
import { claimsOf } from './probe/claims.js'
import { chromiumMajor, clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** The user agent string and the client hints name different versions of Chromium. */
export const clientHintsVersion: Tell = {
  id: 'tell.client-hints-version',
  observe() {
    const hinted = chromiumMajor(clientHints()?.brands)
    const { chromium } = claimsOf(navigator.userAgent)
    return hinted && chromium ? seen(hinted !== chromium) : unsupported
  },
}
