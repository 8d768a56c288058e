import type { Database } from './database.js'
import { DASHBOARD, FORMATS, MOVEMENTS, TELLS } from './schema-of-dashboard.js'
import { SERVICES } from './schema-of-services.js'
import { SHARES } from './schema-of-shares.js'
import { SKETCHES } from './schema-of-sketches.js'

/** Each entry leads from its index to the next version. Append only: a released entry is never changed. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    site_key TEXT NOT NULL UNIQUE,
    origins TEXT NOT NULL,
    enforce INTEGER NOT NULL,
    noscript INTEGER NOT NULL,
    contact TEXT,
    created_at REAL NOT NULL
  );
  CREATE TABLE secrets (
    project_id TEXT PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    lookup TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE claims (id TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
  CREATE INDEX claims_until ON claims (until);
  CREATE TABLE sessions (
    project_id TEXT NOT NULL,
    session TEXT NOT NULL,
    first_seen REAL NOT NULL,
    last_seen REAL NOT NULL,
    evidences INTEGER NOT NULL,
    window_start REAL NOT NULL,
    recent INTEGER NOT NULL,
    PRIMARY KEY (project_id, session)
  ) WITHOUT ROWID;
  CREATE INDEX sessions_last_seen ON sessions (last_seen);
  CREATE TABLE devices (
    thumbprint TEXT PRIMARY KEY,
    first_seen REAL NOT NULL,
    last_seen REAL NOT NULL,
    encounters INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX devices_last_seen ON devices (last_seen);
  CREATE TABLE verdicts (
    jti TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    session TEXT NOT NULL,
    issued_at REAL NOT NULL,
    until REAL NOT NULL,
    action TEXT NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX verdicts_reference ON verdicts (project_id, reference);
  CREATE INDEX verdicts_until ON verdicts (until);
  CREATE TABLE signing_keys (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    kid TEXT NOT NULL UNIQUE,
    alg TEXT NOT NULL,
    private_jwk TEXT NOT NULL,
    mac TEXT NOT NULL,
    created_at REAL NOT NULL,
    active_from REAL NOT NULL,
    retires_at REAL
  );
  `,
  'ALTER TABLE sessions ADD COLUMN answered INTEGER NOT NULL DEFAULT 0',
  // An answer belongs to the key that gave it; one whose key is not known counts for nobody. The rest was never read.
  `
  ALTER TABLE sessions DROP COLUMN answered;
  ALTER TABLE sessions ADD COLUMN answer REAL NOT NULL DEFAULT 0;
  ALTER TABLE sessions ADD COLUMN answered_by TEXT;
  ALTER TABLE sessions DROP COLUMN first_seen;
  ALTER TABLE sessions DROP COLUMN evidences;
  ALTER TABLE devices DROP COLUMN encounters;
  `,
  // How many there are, without counting them each time; sessions by how long they are kept; columns that nobody reads.
  `
  ALTER TABLE verdicts DROP COLUMN session;
  ALTER TABLE verdicts DROP COLUMN action;
  CREATE TABLE counts (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO counts VALUES ('verdicts', (SELECT count(*) FROM verdicts));
  CREATE TRIGGER verdicts_more AFTER INSERT ON verdicts BEGIN UPDATE counts SET rows = rows + 1 WHERE name = 'verdicts'; END;
  CREATE TRIGGER verdicts_less AFTER DELETE ON verdicts BEGIN UPDATE counts SET rows = rows - 1 WHERE name = 'verdicts'; END;
  DROP INDEX sessions_last_seen;
  CREATE INDEX sessions_answered ON sessions (last_seen) WHERE answer > 0;
  CREATE INDEX sessions_unanswered ON sessions (last_seen) WHERE answer = 0;
  `,
  `
  INSERT INTO counts VALUES ('devices', (SELECT count(*) FROM devices));
  CREATE TRIGGER devices_more AFTER INSERT ON devices BEGIN UPDATE counts SET rows = rows + 1 WHERE name = 'devices'; END;
  CREATE TRIGGER devices_less AFTER DELETE ON devices BEGIN UPDATE counts SET rows = rows - 1 WHERE name = 'devices'; END;
  `,
  SERVICES,
  // Whom an exception lets through, and a project's last verdicts: what a draft of a rule is tried on.
  `
  ALTER TABLE exceptions ADD COLUMN subject TEXT NOT NULL DEFAULT '';
  CREATE INDEX exceptions_subject ON exceptions (project_id, subject);
  CREATE INDEX verdicts_recent ON verdicts (project_id, issued_at);
  `,
  // Whose attempt a claim was: the same one may be made again.
  'ALTER TABLE claims ADD COLUMN holder TEXT',
  SHARES,
  // Accounts that people made for themselves have no name; those that are there have a season to be used. What only outcomes of a season are of.
  `
  ALTER TABLE accounts ADD COLUMN until REAL;
  UPDATE accounts SET until = unixepoch() + 90 * 86400 WHERE name = '' AND plan = 'free';
  ALTER TABLE kept_texts ADD COLUMN until REAL;
  UPDATE kept_texts SET until = at + 90 * 86400 WHERE name LIKE 'look-alikes/%';
  CREATE TRIGGER accounts_keys AFTER DELETE ON accounts BEGIN DELETE FROM api_keys WHERE project_id = old.id; END;
  `,
  SKETCHES,
  // What one session and key have left is counted, however many keys the session had.
  `
  DROP INDEX sketches_session;
  CREATE INDEX sketches_owner ON sketches (session, project_id, thumbprint);
  `,
  // What is revoked, as the published list says it.
  `
  CREATE TABLE revocations (digest TEXT PRIMARY KEY, project_id TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
  CREATE INDEX revocations_until ON revocations (until);
  CREATE INDEX revocations_project ON revocations (project_id);
  `,
  // Whether the slices of a trace that a device showed last were good; of those that are known, none was asked yet.
  'ALTER TABLE devices ADD COLUMN has_revealed INTEGER NOT NULL DEFAULT 0',
  DASHBOARD,
  TELLS,
  MOVEMENTS,
  FORMATS,
]

/** Brings the file to this version's schema. Several processes may try at once: one does it. @returns false for a file of a newer version. */
export function migrate(database: Database): boolean {
  return database.transact(() => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
    if (version > migrations.length) return false
    for (const sql of migrations.slice(version)) database.exec(sql)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    return true
  })
}
