import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { type ClaimedSystem, claimedSystem } from './claimed-system.js'

/** What `Sec-CH-UA-Platform` may say beside each system (UA-CH §3.7). "Desktop site" on a phone makes the user agent Linux's. */
const platforms: Readonly<Record<ClaimedSystem, readonly string[]>> = {
  windows: ['Windows'],
  mac: ['macOS', 'iOS'],
  ios: ['iOS'],
  android: ['Android'],
  chromeos: ['Chrome OS', 'Chromium OS', 'ChromeOS'],
  linux: ['Linux', 'Android', 'Chrome OS', 'Chromium OS'],
}

/** Never said of a system by a browser that knows its own: `Unknown` is what the specification leaves to it. */
const saysNothing = (platform: string): boolean => platform === '' || platform === 'Unknown'

function isOtherSystem(userAgent: string, hint: string | undefined): boolean {
  const platform = hint?.replaceAll('"', '').trim() ?? ''
  const system = claimedSystem(userAgent)
  return system !== undefined && !saysNothing(platform) && !platforms[system].includes(platform)
}

/**
 * The platform's hints beside a Chromium's user agent: 0: they agree · 1: a phone where the user agent is a desktop's, or says `Mobile`
 * and the hint does not · 2: another system.
 */
export const hintPlatform = {
  id: 'http.hint-platform',
  observe({ http: { headers } }): Observation {
    const userAgent = headers.get('user-agent')
    const platform = headers.get('sec-ch-ua-platform')
    const mobile = headers.get('sec-ch-ua-mobile')?.trim()
    if (claimedBrowser(userAgent)?.engine !== 'chromium' || (!platform && !mobile)) return unsupported
    if (isOtherSystem(userAgent!, platform)) return seen(2)
    const isPhone = / Mobile /.test(userAgent!)
    // A phone that asks for the desktop site keeps its hints in some versions, and says Linux.
    const mayAskForDesktop = claimedSystem(userAgent!) === 'linux' || claimedSystem(userAgent!) === 'android'
    const disagrees = (isPhone && mobile === '?0') || (!isPhone && mobile === '?1' && !mayAskForDesktop)
    return seen(disagrees ? 1 : 0)
  },
} as const satisfies Fact
