import { seen, unsupported } from '../../shared/observation.js'
import { chromiumIn, clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/**
 * The detailed client hints lack what every Chromium fills in, or contradict the short ones: someone overrode the one and forgot the
 * other. Windows and macOS give their version in three parts.
 */
export const hintsDetails: Tell = {
  id: 'tell.hints-details',
  when: 'idle',
  async observe() {
    const hints = clientHints()
    const version = chromiumIn(hints?.brands ?? [])
    if (!hints || !version) return unsupported
    const { fullVersionList, platformVersion } = await hints.getHighEntropyValues(['fullVersionList', 'platformVersion'])
    if (!fullVersionList) return unsupported
    const bare = /^(Windows|macOS)$/.test(hints.platform) && !/\.\d+\./.test(platformVersion ?? '')
    return seen(bare || chromiumIn(fullVersionList) !== version)
  },
}
