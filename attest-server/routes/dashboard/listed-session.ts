import { scoreOf, surfaceOf } from '../../core/dashboard/count-visit.js'
import type { ListedSession } from '../../dashboard/wire/sessions.js'
import type { VerdictFacets, VerdictRecord } from '../../stores/ports.js'
import { timestamp } from '../control/timestamp.js'

/** What decided, the last word first. */
function decidedBy({ exception, deferred, decided }: VerdictRecord): ListedSession['decidedBy'] {
  if (exception !== undefined) return 'exception'
  if (deferred) return 'deferral'
  return decided?.by ?? 'evidence'
}

/** A verdict in a line of a list. */
export const listedSession = (record: VerdictRecord, { network }: Pick<VerdictFacets, 'network'>): ListedSession => ({
  jti: record.jti,
  reference: record.reference,
  session: record.session,
  at: timestamp(record.issuedAt),
  action: record.action,
  posterior: record.posterior,
  score: scoreOf(record),
  band: record.band,
  surface: surfaceOf(record),
  origin: record.origin,
  page: record.pageAction,
  kind: record.kind?.name ?? null,
  network,
  country: record.country ?? null,
  verified: record.verified?.id ?? null,
  decidedBy: decidedBy(record),
  reason: record.decided?.reason ?? null,
})
