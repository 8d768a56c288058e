import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { presenceOf } from './presence-of.js'

const LONGEST = 500
/** Names that browsers send, and no other; not `compress`, `bzip2`, `lzma` or a star. */
const BROWSERS: ReadonlySet<string> = new Set(['gzip', 'deflate', 'br', 'zstd', 'sdch', 'dcb', 'dcz', 'identity'])
/** What Chromium and Safari ask of sound and video, the one case with weights (Fetch §HTTP-network-or-cache fetch, `identity` for ranges). */
const MEDIA = /^identity(?:;q=1, ?\*;q=0)?$/

/**
 * `Accept-Encoding` of a claimed browser: 0: as it sends it, or as networks rewrite it on the way · 1: missing, or without what every browser has
 * understood for twenty years: proxies do so, too · 2: with weights, or encodings that no browser asks for.
 */
export const encodingForm = {
  id: 'http.encoding-form',
  observe({ http }): Observation {
    const presence = presenceOf(http, 'accept-encoding')
    if (!claimedBrowser(http.headers.get('user-agent')) || presence === 'unknown') return unsupported
    if (presence === 'absent') return seen(1)
    const encodings = http.headers.get('accept-encoding')!.trim().toLowerCase()
    if (MEDIA.test(encodings)) return seen(0)
    const names = encodings
      .slice(0, LONGEST)
      .split(',')
      .map((name) => name.trim())
    if (encodings.length > LONGEST || !names.every((name) => BROWSERS.has(name))) return seen(2)
    return seen(names.includes('gzip') ? 0 : 1)
  },
} as const satisfies Fact
