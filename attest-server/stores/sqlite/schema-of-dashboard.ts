/**
 * What the dashboard reads. A project's verdicts are listed by one index that holds what they are filtered by: it takes the place of the one in their order alone, so that a
 * verdict costs no more entries than before. Verdicts of before say nothing there, and run out by themselves.
 */
export const DASHBOARD = `
  CREATE TABLE credentials (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    body TEXT NOT NULL,
    until REAL,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX credentials_account ON credentials (account_id, kind);
  CREATE INDEX credentials_until ON credentials (until) WHERE until IS NOT NULL;
  CREATE TRIGGER accounts_credentials AFTER DELETE ON accounts BEGIN DELETE FROM credentials WHERE account_id = old.id; END;
  CREATE TABLE rollups (
    project_id TEXT NOT NULL,
    hour REAL NOT NULL,
    dimension TEXT NOT NULL,
    key TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (project_id, dimension, hour, key)
  ) WITHOUT ROWID;
  CREATE INDEX rollups_hour ON rollups (hour);
  ALTER TABLE verdicts ADD COLUMN action TEXT;
  ALTER TABLE verdicts ADD COLUMN kind TEXT;
  ALTER TABLE verdicts ADD COLUMN origin TEXT;
  ALTER TABLE verdicts ADD COLUMN page TEXT;
  ALTER TABLE verdicts ADD COLUMN network TEXT;
  DROP INDEX verdicts_recent;
  CREATE INDEX verdicts_recent ON verdicts (project_id, issued_at, action, kind, network, page, origin);
  ALTER TABLE outbox ADD COLUMN outcome TEXT;
  ALTER TABLE outbox ADD COLUMN tried_at REAL;
  CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    session TEXT,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at REAL NOT NULL,
    attempts INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    tried_at REAL NOT NULL
  );
  CREATE INDEX deliveries_recent ON deliveries (project_id, tried_at);
  CREATE INDEX deliveries_tried ON deliveries (tried_at);
  CREATE INDEX deliveries_session ON deliveries (project_id, session);
`

/** Lists by what spoke for a bot and by country. The index is written anew, once, before the server answers. */
export const TELLS = `
  ALTER TABLE verdicts ADD COLUMN country TEXT;
  ALTER TABLE verdicts ADD COLUMN tells TEXT;
  DROP INDEX verdicts_recent;
  CREATE INDEX verdicts_recent ON verdicts (project_id, issued_at, action, kind, network, page, origin, country, tells);
`

/** What visitors showed of their movement, where a project keeps it. */
export const MOVEMENTS = `
  ALTER TABLE verdicts ADD COLUMN movement TEXT;
  ALTER TABLE verdicts ADD COLUMN movement_until REAL;
  CREATE INDEX verdicts_movement ON verdicts (movement_until) WHERE movement_until IS NOT NULL;
`

/** Since when what is written down is written in a new way: servers of before may run beside the first ones that can read it. */
export const FORMATS = `
  CREATE TABLE formats (name TEXT PRIMARY KEY, since REAL NOT NULL) WITHOUT ROWID;
  INSERT INTO formats SELECT 'verdict-words', iif(EXISTS (SELECT 1 FROM projects), unixepoch() + 86400, 0);
`
