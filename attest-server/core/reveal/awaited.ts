import type { Tally } from '../../../shared/features/reading/tally.js'
import type { Observations } from '../../../shared/observation.js'
import type { Commitment } from '../../../shared/trace/commitment.js'
import type { EpochSeconds, Share } from '../../../shared/units.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'

/** What evidence says and comes to, by its own text and its challenge alone: whoever asks again hears the same. */
export interface Examined {
  readonly claims: EvidenceClaims
  /** RFC 7638 thumbprint of the device key; undefined where the page could not sign. */
  readonly thumbprint: string | undefined
  readonly credit: Share
  readonly observations: Observations
  readonly tally: Tally
  /** Undefined where nothing was observed, or the page could not hash it. */
  readonly commitment: Commitment | undefined
}

/** What it follows from, both to the letter. */
export interface Texts {
  /** The challenge. */
  readonly sealed: string
  /** The evidence, signed. */
  readonly text: string
}

/** Some 16 KB each, with all that was made of it: 8 MB. Under a flood the oldest are forgotten, and are examined again. */
const MOST = 512
/** More than twice what honest evidence takes. */
const LONGEST = 4096

/** Evidence that passed its checks and was asked for slices, while they are awaited: in this process's memory alone, until it was shown or, once its time is over, the next is remembered. What is not here is checked like any other. */
export interface Awaited {
  /** @param until when an answer comes too late */
  remember(evidence: Examined & Texts, until: EpochSeconds, now: EpochSeconds): void
  /** Forgets it, too: one answer is awaited. @returns undefined where these two texts, to the letter, were not remembered together */
  take(texts: Texts): Examined | undefined
}

/** Neither holds a blank, once it was examined: no other pair has that name. */
const nameOf = ({ sealed, text }: Texts): string => `${sealed} ${text}`

export function createAwaited(): Awaited {
  const waiting = new Map<string, { readonly examined: Examined; readonly until: EpochSeconds }>()
  /** The first is the oldest. */
  const forget = (now: EpochSeconds): void => {
    for (const [name, { until }] of waiting) {
      if (until > now && waiting.size <= MOST) return
      waiting.delete(name)
    }
  }

  return {
    remember({ sealed, text, claims, thumbprint, credit, observations, tally, commitment }, until, now) {
      const examined = { claims, thumbprint, credit, observations, tally, commitment }
      if (text.length <= LONGEST) waiting.set(nameOf({ sealed, text }), { examined, until })
      forget(now)
    },
    take(texts) {
      const name = nameOf(texts)
      const found = waiting.get(name)
      waiting.delete(name)
      return found?.examined
    },
  }
}
