import type { EpochSeconds } from '../../../shared/units.js'
import type { Rollups, VerdictFacets, VerdictRecord } from '../../stores/ports.js'
import { sessionScore } from '../sessions/verdict/session-score.js'

/** What of a visit is counted by hour. `score.<surface>` has the score as its key, 0 to 99. */
export const dimensions = {
  funnel: 'funnel',
  action: 'action',
  kind: 'kind',
  tell: 'tell',
  network: 'network',
  page: 'page',
  verified: 'verified',
  impostor: 'impostor',
  score: 'score.',
} as const

export type Count = Pick<Rollups, 'count'>

/** 1 (surely a bot) to 99. The threshold is for what only posted. */
export const scoreOf = ({ llr, hard }: Pick<VerdictRecord, 'llr' | 'hard'>): number => sessionScore({ llr, hard }, 0)

/** What gave a score: evidence of the collector, or next to nothing. */
export const surfaceOf = ({ assurance }: Pick<VerdictRecord, 'assurance'>): 'script' | 'noscript' =>
  assurance === 'noscript' ? 'noscript' : 'script'

/** Under which name a visit’s page is counted: `https://shop.example login`. */
export type PageOf = (record: VerdictRecord) => string

/** Some three entries in a map of a visit that passes, a dozen of one that does not; nobody waits for them. */
export function countVisit(
  record: VerdictRecord,
  { network, kind, country, tells }: VerdictFacets,
  { count }: Count,
  pageOf: PageOf,
): void {
  const { projectId, issuedAt, action, verified, claimed } = record
  const add = (dimension: string, key: string): void => count(projectId, issuedAt, dimension, key)
  add(dimensions.action, action)
  add(dimensions.score + surfaceOf(record), String(scoreOf(record)))
  if (verified) add(dimensions.verified, `${verified.by} ${verified.id}`)
  if (claimed !== undefined) add(dimensions.impostor, claimed)
  // Asked of every visit: those that are let through say which pages there are.
  const page = pageOf(record)
  if (kind === null) return
  add(dimensions.kind, kind)
  add(dimensions.network, country === null ? network : `${network} ${country}`)
  add(dimensions.page, page)
  for (const id of tells) add(dimensions.tell, id)
}

/** A score that another surface gave, 0 to 99, as a visit's: it falls as suspicion rises. */
export function countScore(
  surface: 'behaviour' | 'requests' | 'sessions',
  projectId: string,
  score: number,
  now: EpochSeconds,
  { count }: Count,
): void {
  count(projectId, now, dimensions.score + surface, String(Math.min(99, Math.max(0, Math.round(score)))))
}
