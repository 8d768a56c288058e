import { seen, unsupported } from '../../shared/observation.js'
import { chromiumMajor, clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** The detailed client hints miss what every Chromium fills in, or contradict the short ones: someone overrode the one and forgot the other. */
export const clientHintsDetails: Tell = {
  id: 'tell.client-hints-details',
  async observe() {
    const hints = clientHints()
    if (!hints?.brands.length) return unsupported
    const details = await hints.getHighEntropyValues(['fullVersionList', 'platformVersion'])
    if (!details.fullVersionList) return unsupported
    const bare = /^(Windows|macOS)$/.test(hints.platform) && !details.platformVersion
    return seen(bare || chromiumMajor(details.fullVersionList) !== chromiumMajor(hints.brands))
  },
}
