/** A table that is copied, in the order in which it was filled. Columns are called the same in both stores. */
export interface ImportedTable {
  readonly name: string
  /** By which the source is read, page by page. */
  readonly key: string
  /** Which rows are the same, where no key of the target says so. */
  readonly same?: readonly string[]
  /** Rows at a time, where they may be large. */
  readonly page?: number
}

/** All that lasts, and what it refers to before it. */
export const importedTables: readonly ImportedTable[] = [
  { name: 'projects', key: 'rowid' },
  { name: 'secrets', key: 'project_id' },
  { name: 'signing_keys', key: 'position' },
  { name: 'accounts', key: 'rowid' },
  { name: 'api_keys', key: 'rowid' },
  { name: 'ownerships', key: 'position' },
  { name: 'settings', key: 'project_id' },
  { name: 'rules', key: 'position' },
  { name: 'credentials', key: 'kind, id' },
  { name: 'exceptions', key: 'project_id, reference' },
  { name: 'revocations', key: 'digest' },
  { name: 'kept_texts', key: 'rowid', page: 1 },
  { name: 'claims', key: 'id' },
  { name: 'sessions', key: 'project_id, session' },
  { name: 'devices', key: 'thumbprint' },
  { name: 'sketches', key: 'id', same: ['project_id', 'session', 'thumbprint', 'body'] },
  { name: 'verdicts', key: 'rowid' },
  { name: 'counters', key: 'name, span' },
  { name: 'inbox', key: 'id', same: ['project_id', 'session', 'request_id'] },
  { name: 'inbox_seen', key: 'project_id, session, request_id' },
  { name: 'inbox_contacts', key: 'project_id, idempotency_key' },
  { name: 'live_sessions', key: 'rowid', page: 100 },
  { name: 'labels', key: 'project_id, subject, question' },
  { name: 'outbox', key: 'rowid' },
  { name: 'deliveries', key: 'rowid' },
  { name: 'rollups', key: 'project_id, dimension, hour, key' },
]
