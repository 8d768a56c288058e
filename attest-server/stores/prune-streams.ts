import type { Seconds } from '../../shared/units.js'
import type { StoreLimits } from './ports.js'
import {
  BRIEF_RECORD,
  CLAIM_GRACE,
  DEVICE_RETENTION,
  LABEL_RETENTION,
  MESSAGE_RETENTION,
  PACE_WINDOW,
  ROLLUP_RETENTION,
  SESSION_RETENTION,
} from './retention.js'

/** A table with its primary key, the column by which its rows go, and for how long after that moment they stay. */
export interface Stream {
  readonly table: string
  readonly key: string
  readonly order: string
  readonly grace: Seconds
  /** In the words of a partial index, those of its rows that are meant. */
  readonly where?: string
  /** Rows that outlast a `prune`; the table is counted where there is a limit. */
  readonly most?: number
  /** Rows that go before all others where there are too many: what they are counted as, and in the words of a partial index which they are. */
  readonly cheap?: { readonly name: string; readonly where: string }
  /** Whose rows go where there are too many: everybody's, for those of no project. */
  readonly of?: 'everybody'
}

/** In the words of the partial index that both databases have. */
const brief = { name: 'verdicts_brief', where: `until - issued_at <= ${BRIEF_RECORD}` }

/** What both databases prune, table by table. */
export const streamsOf = (limits: StoreLimits): readonly Stream[] => [
  { table: 'claims', key: 'id', order: 'until', grace: CLAIM_GRACE },
  { table: 'verdicts', key: 'jti', order: 'until', grace: 0, most: limits.verdictRecords, cheap: brief },
  { table: 'sessions', key: 'project_id, session', order: 'last_seen', grace: SESSION_RETENTION, where: 'answer > 0' },
  { table: 'sessions', key: 'project_id, session', order: 'last_seen', grace: PACE_WINDOW, where: 'answer = 0' },
  { table: 'devices', key: 'thumbprint', order: 'last_seen', grace: DEVICE_RETENTION, most: limits.devices, of: 'everybody' },
  { table: 'sketches', key: 'id', order: 'until', grace: 0, most: limits.sketches },
  { table: 'counters', key: 'name, span', order: 'ends', grace: 0, most: limits.counters, of: 'everybody' },
  { table: 'inbox_seen', key: 'project_id, session, request_id', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'inbox_contacts', key: 'project_id, idempotency_key', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'live_sessions', key: 'project_id, session', order: 'touched_at', grace: SESSION_RETENTION, most: limits.liveSessions },
  { table: 'labels', key: 'project_id, subject, question', order: 'at', grace: LABEL_RETENTION, most: limits.labels },
  { table: 'outbox', key: 'id', order: 'created_at', grace: MESSAGE_RETENTION },
  { table: 'deliveries', key: 'id', order: 'tried_at', grace: MESSAGE_RETENTION },
  { table: 'rollups', key: 'project_id, dimension, hour, key', order: 'hour', grace: ROLLUP_RETENTION },
  { table: 'credentials', key: 'kind, id', order: 'until', grace: 0 },
  { table: 'accounts', key: 'id', order: 'until', grace: 0 },
  { table: 'kept_texts', key: 'name', order: 'until', grace: 0 },
  { table: 'exceptions', key: 'project_id, reference', order: 'until', grace: 0 },
  { table: 'revocations', key: 'digest', order: 'until', grace: 0 },
]
