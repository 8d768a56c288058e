import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { type LanguageRange, parseLanguages } from './parse-languages.js'
import { presenceOf } from './presence-of.js'

/** All browsers put the languages in the order of their weights. */
const descends = (ranges: readonly LanguageRange[]): boolean => ranges.every(({ weight }, i) => i === 0 || weight <= ranges[i - 1]!.weight)

/**
 * `Accept-Language` of a claimed browser: 0: a list of languages, most wanted first · 1: missing, as some filters make it · 2: the star of a library alone
 * · 3: no list, or one in disorder.
 */
export const languageForm = {
  id: 'http.language-form',
  observe({ http }): Observation {
    const presence = presenceOf(http, 'accept-language')
    if (!claimedBrowser(http.headers.get('user-agent')) || presence === 'unknown') return unsupported
    if (presence === 'absent') return seen(1)
    const ranges = parseLanguages(http.headers.get('accept-language')!)
    if (!ranges || !descends(ranges)) return seen(3)
    return seen(ranges[0]!.tag === '*' ? 2 : 0)
  },
} as const satisfies Fact
