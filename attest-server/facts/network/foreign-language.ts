import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Languages that are read far from where they come from. */
const everywhere = ['en']
/** Longer lists are cut: what comes behind is hardly preferred. */
const LONGEST = 256

const languagesOf = (header: string): string[] =>
  header
    .slice(0, LONGEST)
    .split(',')
    .map((item) =>
      item
        .trim()
        .slice(0, 3)
        .toLowerCase()
        .replace(/[^a-z].*$/, ''),
    )

/**
 * 0: the browser asks for English, or for what is spoken in the country of its address · 1: for neither. Travellers, migrants and everybody on
 * a VPN are 1, so that it weighs nothing: it is there to be looked at, and for rules.
 */
export const foreignLanguage = {
  id: 'net.foreign-language',
  observe({ http: { address, network, headers } }): Observation {
    const spoken = address === undefined ? null : (network?.language ?? null)
    const asked = headers.get('accept-language')
    if (spoken === null || !asked || asked.startsWith('*')) return unsupported
    const known = [...everywhere, spoken]
    return seen(languagesOf(asked).some((language) => known.includes(language)) ? 0 : 1)
  },
} as const satisfies Fact
