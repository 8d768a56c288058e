import { seen, unsupported } from '../../shared/observation.js'
import { chromiumIn, clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** The user agent string and the client hints name different versions of Chromium. */
export const brands: Tell = {
  id: 'tell.brands',
  observe() {
    const hinted = chromiumIn(clientHints()?.brands ?? [])
    const claimed = /Chrom\w+\/(\d+)/.exec(navigator.userAgent)
    return hinted && claimed ? seen(hinted !== Number(claimed[1])) : unsupported
  },
}
