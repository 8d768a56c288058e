/** @returns the SQL that keeps count of a table's rows, or of what they weigh, so that nobody has to count them. */
const counted = (table: string, weigh: (row: 'new' | 'old') => string = () => '1'): string => `
  INSERT INTO counts VALUES ('${table}', 0);
  CREATE TRIGGER ${table}_more AFTER INSERT ON ${table} BEGIN
    UPDATE counts SET rows = rows + (${weigh('new')}) WHERE name = '${table}';
  END;
  CREATE TRIGGER ${table}_less AFTER DELETE ON ${table} BEGIN
    UPDATE counts SET rows = rows - (${weigh('old')}) WHERE name = '${table}';
  END;
`
const bytesOf = (text: string): string => `length(CAST(${text} AS BLOB))`

const CONTROL = `
  CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    lookup TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    tier TEXT NOT NULL,
    created_at REAL NOT NULL,
    revoked_at REAL
  );
  CREATE INDEX api_keys_project ON api_keys (project_id, created_at);
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email_hash TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL,
    plan TEXT NOT NULL
  );
  CREATE TABLE ownerships (position INTEGER PRIMARY KEY, project_id TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL);
  CREATE INDEX ownerships_account ON ownerships (account_id);
  CREATE TABLE settings (project_id TEXT PRIMARY KEY, rev INTEGER NOT NULL, changes TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE rules (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    rule TEXT NOT NULL,
    UNIQUE (project_id, id)
  );
  CREATE TABLE exceptions (
    project_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    until REAL NOT NULL,
    PRIMARY KEY (project_id, reference)
  ) WITHOUT ROWID;
  CREATE INDEX exceptions_until ON exceptions (until);
  CREATE TABLE kept_texts (name TEXT PRIMARY KEY, text TEXT NOT NULL, at REAL NOT NULL);
  CREATE INDEX kept_texts_at ON kept_texts (at);
`

const STREAMS = `
  CREATE TABLE counters (
    name TEXT NOT NULL,
    span REAL NOT NULL,
    ends REAL NOT NULL,
    used REAL NOT NULL,
    PRIMARY KEY (name, span)
  ) WITHOUT ROWID;
  CREATE INDEX counters_ends ON counters (ends);
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id TEXT NOT NULL,
    session TEXT NOT NULL,
    request_id TEXT NOT NULL,
    body TEXT NOT NULL,
    received_at REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until REAL NOT NULL DEFAULT 0
  );
  CREATE INDEX inbox_session ON inbox (project_id, session);
  CREATE TABLE inbox_seen (
    project_id TEXT NOT NULL,
    session TEXT NOT NULL,
    request_id TEXT NOT NULL,
    until REAL NOT NULL,
    PRIMARY KEY (project_id, session, request_id)
  ) WITHOUT ROWID;
  CREATE INDEX inbox_seen_until ON inbox_seen (until);
  CREATE TABLE inbox_contacts (
    project_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    session TEXT NOT NULL,
    until REAL NOT NULL,
    PRIMARY KEY (project_id, idempotency_key)
  ) WITHOUT ROWID;
  CREATE INDEX inbox_contacts_until ON inbox_contacts (until);
  CREATE INDEX inbox_contacts_session ON inbox_contacts (project_id, session);
  CREATE TABLE live_sessions (
    project_id TEXT NOT NULL,
    session TEXT NOT NULL,
    state TEXT NOT NULL,
    rev INTEGER NOT NULL,
    touched_at REAL NOT NULL,
    PRIMARY KEY (project_id, session)
  );
  CREATE INDEX live_sessions_touched ON live_sessions (touched_at);
  CREATE INDEX live_sessions_recent ON live_sessions (project_id, touched_at);
  CREATE TABLE labels (
    project_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    question TEXT NOT NULL,
    label TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (project_id, subject, question)
  ) WITHOUT ROWID;
  CREATE INDEX labels_at ON labels (at);
  CREATE INDEX labels_recent ON labels (project_id, at);
  CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    session TEXT,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at REAL NOT NULL,
    due_at REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX outbox_due ON outbox (due_at);
  CREATE INDEX outbox_created ON outbox (created_at);
  CREATE INDEX outbox_session ON outbox (project_id, session);
`

/** So that a session's verdicts can be erased; those of before name none, and run out by themselves. */
const ERASABLE = `
  ALTER TABLE verdicts ADD COLUMN session TEXT;
  CREATE INDEX verdicts_session ON verdicts (project_id, session) WHERE session IS NOT NULL;
`

/** What the APIs beside attestation keep. */
export const SERVICES = [
  CONTROL,
  STREAMS,
  ERASABLE,
  ...['accounts', 'counters', 'inbox_seen', 'inbox_contacts', 'live_sessions', 'labels', 'outbox'].map((table) => counted(table)),
  // 200: `EVENT_OVERHEAD` as it was then.
  counted('inbox', (row) => `${bytesOf(`${row}.body`)} + 200`),
  counted('kept_texts', (row) => `${bytesOf(`${row}.name`)} + ${bytesOf(`${row}.text`)}`),
].join('')
