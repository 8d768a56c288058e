import type { Tally } from '../../../shared/features/reading/tally.js'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'

/** Words in the page action (`log-in`, `shop/checkout`, `contact_form` …) that say what a page is for. */
const PURPOSES: Readonly<Record<string, RegExp>> = {
  'log-in': /^(log-?in|sign-?in|auth|authenticate|session|otp|2fa)$/,
  account: /^(account|settings|profile|password|reset|recover|recovery|change-?email|payout|transfer|withdraw)$/,
  'sign-up': /^(sign-?up|register|registration|join|trial)$/,
  message: /^(comment|contact|message|review|post|reply|newsletter|subscribe|feedback|survey)$/,
  checkout: /^(checkout|order|cart|buy|pay|payment|purchase|book|booking|reserve)$/,
  click: /^(ad|ads|click|vote|like|poll|banner|affiliate|redeem)$/,
  reading: /^(article|browse|catalog|catalogue|home|list|listing|page|price|prices|product|products|read|results|search|view)$/,
}

/** `log-in` is one word and two: both are looked up. */
const wordsOf = (pageAction: string): string[] => pageAction.split(/[/_]/).flatMap((part) => [part, ...part.split('-')])

const COUNTED = ['moves', 'presses', 'scrolls', 'pastes', 'submits', 'untrusted'] as const satisfies readonly (keyof Tally)[]

/**
 * What is typed is counted roughly: on a log-in page whose e-mail address is known, the number of keys is the length of the password. The
 * lower ends of the bins.
 */
const ROUGHLY = ['keys', 'inputs'] as const satisfies readonly (keyof Tally)[]
const BINS = [0, 1, 8, 16, 32] as const

const roughly = (count: number): number => Math.max(...BINS.filter((least) => least <= count))

/** Every id that {@link visitOf} may give. */
export const visitIds: readonly ObservationId[] = [...Object.keys(PURPOSES), 'seconds', 'pause', ...COUNTED, ...ROUGHLY].map(
  (name): ObservationId => `visit.${name}`,
)

/**
 * What was done on the page and what the page is for, as Observations, derived from the evidence: nothing new is observed. They weigh
 * nothing on the scorecard: a visit without a key press is no bot. They say what a bot is after, and where they are not known they are
 * left out.
 * @param tally undefined on the path without JavaScript.
 * @returns `visit.<purpose>` true for each purpose of the page, `visit.seconds` since the collector's start, `visit.pause` in seconds for
 *   each press and submit (from two on), `visit.<what>` as often as it was counted, and
 *   `visit.keys` and `visit.inputs` as the least of their bin: 0, 1, 8, 16 or 32.
 */
export function visitOf(pageAction: string, tally: Tally | undefined): ReadonlyMap<ObservationId, Observation> {
  const visit = new Map<ObservationId, Observation>()
  const words = wordsOf(pageAction)
  for (const [purpose, pattern] of Object.entries(PURPOSES)) {
    if (words.some((word) => pattern.test(word))) visit.set(`visit.${purpose}`, seen(true))
  }
  if (!tally) return visit
  const seconds = tally.elapsed / 1000
  const deeds = tally.presses + tally.submits
  visit.set('visit.seconds', seen(seconds))
  if (deeds >= 2) visit.set('visit.pause', seen(seconds / deeds))
  for (const what of COUNTED) visit.set(`visit.${what}`, seen(tally[what]))
  for (const what of ROUGHLY) visit.set(`visit.${what}`, seen(roughly(tally[what])))
  return visit
}
