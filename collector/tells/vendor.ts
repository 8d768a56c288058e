import { seen, unsupported } from '../../shared/observation.js'
import { claimsOf } from './probe/claims.js'
import type { Tell } from './tell.js'

const vendors = { v8: 'Google Inc.', gecko: '', webkit: 'Apple Computer, Inc.' } as const

/** `navigator.vendor` is fixed for each engine (HTML §8.9.1.1, client identification) and is not the one of the claimed engine. */
export const vendor: Tell = {
  id: 'tell.vendor',
  observe() {
    const claimed = claimsOf(navigator.userAgent).engine
    return claimed ? seen(navigator.vendor !== vendors[claimed]) : unsupported
  },
}
