import type { HttpFacts } from '../../facts/fact.js'
import type { RequestScore } from './score-request.js'

/** The body of `/probe`, `/score`, and of each item of `/batch_score` (NBP-05). */
export interface RequestAnswer {
  readonly p_is_invalid: number
  readonly p_is_converted: number | null
  readonly decision: 'allow' | 'review' | 'block'
  readonly rule_hits: readonly string[]
  readonly request_id: string
  /** Null where no database says. */
  readonly ip_enrichment: {
    readonly is_datacenter: boolean | null
    readonly is_vpn: boolean | null
    readonly is_residential_proxy: boolean | null
  }
  readonly token_attribution_invalid: readonly { readonly token: string; readonly importance: number }[]
  readonly neighbors_total_counts: { readonly inv: number; readonly ok: number }
}

/** Rises with the posterior. */
export const shownProbability = (probability: number): number => Math.round(probability * 10_000) / 10_000

/** The one place where a score takes this surface's shape. @param network of the address that was judged; undefined: unknown. @param requestId a UUID, under which it can be labelled */
export const requestAnswer = (score: RequestScore, network: HttpFacts['network'], requestId: string): RequestAnswer => ({
  p_is_invalid: shownProbability(score.invalid),
  p_is_converted: score.converted === null ? null : shownProbability(score.converted),
  decision: score.decision,
  rule_hits: score.hits.map(({ name }) => name),
  request_id: requestId,
  ip_enrichment: {
    is_datacenter: network?.datacenter ?? null,
    is_vpn: network?.vpn ?? null,
    is_residential_proxy: network?.residentialProxy ?? null,
  },
  token_attribution_invalid: score.attributions,
  neighbors_total_counts: score.neighbours,
})
