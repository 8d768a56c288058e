import type { Observation, ObservationId, Observations } from '../../../shared/observation.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'
import type { HttpFacts } from '../../facts/fact.js'

/** One reason in the words of the request. */
export interface TokenAttribution {
  /** `name:value`: `sec-ch-ua:missing`, `datacenter:2`. */
  readonly token: string
  /** Its share of all that weighed, from −1 to 1: above 0 it speaks for an invalid request. All shares' sizes add up to 1 or, where some are left out, less. */
  readonly importance: number
}

const MOST_TOKENS = 12
const LONGEST_VALUE = 48

/** The header that a fact looks at, where it looks at one above all. */
const headerOf: Readonly<Partial<Record<ObservationId, string>>> = {
  'http.user-agent-program': 'user-agent',
  'http.known-agent': 'user-agent',
  'http.version-existed': 'user-agent',
  'http.hint-presence': 'sec-ch-ua',
  'http.hint-brands': 'sec-ch-ua',
  'http.hint-platform': 'sec-ch-ua-platform',
  'http.hint-full-version': 'sec-ch-ua-full-version-list',
  'http.language-form': 'accept-language',
  'http.language-weights': 'accept-language',
  'http.accept-form': 'accept',
  'http.encoding-form': 'accept-encoding',
  'http.fetch-combination': 'sec-fetch-mode',
}

/** One line, bounded: it travels into logs and pages. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line
}

function shownValue(observation: Observation | undefined): string {
  if (observation?.state !== 'ok') return 'unknown'
  const { value } = observation
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value)
}

function tokenOf(id: ObservationId, http: HttpFacts, seen: Observations): string {
  const header = headerOf[id]
  // Facts without a header of their own are named by what they are: `library-shape:1`.
  if (header === undefined) return `${id.slice(id.indexOf('.') + 1)}:${shownValue(seen.get(id))}`
  return `${header}:${shortened(http.headers.get(header)?.trim() || 'missing')}`
}

/**
 * What made the probability, heaviest first (NBP-09). Weights are additive in ln odds, so that a token's importance is its weight over the
 * sizes of all weights; facts about the same token are one. The prior is no token. Rows count as they weighed, before their family's limit.
 */
export function attribute(
  { contributions }: Pick<ScoreReport, 'contributions'>,
  http: HttpFacts,
  seen: Observations,
): readonly TokenAttribution[] {
  const weights = new Map<string, number>()
  for (const { id, llr } of contributions) {
    const token = tokenOf(id, http, seen)
    weights.set(token, (weights.get(token) ?? 0) + llr)
  }
  const whole = [...weights.values()].reduce((sum, llr) => sum + Math.abs(llr), 0)
  return [...weights]
    .filter(([, llr]) => llr !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_TOKENS)
    .map(([token, llr]) => ({ token, importance: Math.round((llr / whole) * 10_000) / 10_000 }))
}
