import { MOMENT, WORD } from './schema-of-control.js'

/** What the dashboard reads. `verdicts_listed` holds what lists are filtered by, and takes the place of the index in the verdicts' order alone. */
export const DASHBOARD = `
  CREATE TABLE credentials (
    kind ${WORD} NOT NULL,
    id ${WORD} NOT NULL,
    account_id ${WORD} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    body text NOT NULL,
    until ${MOMENT},
    PRIMARY KEY (kind, id)
  );
  CREATE INDEX credentials_account ON credentials (account_id, kind);
  CREATE INDEX credentials_until ON credentials (until) WHERE until IS NOT NULL;
  CREATE TABLE rollups (
    project_id ${WORD} NOT NULL,
    hour ${MOMENT} NOT NULL,
    dimension ${WORD} NOT NULL,
    key ${WORD} NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (project_id, dimension, hour, key)
  ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  CREATE INDEX rollups_hour ON rollups (hour);
  ALTER TABLE verdicts ADD COLUMN action ${WORD}, ADD COLUMN kind ${WORD}, ADD COLUMN origin ${WORD}, ADD COLUMN page ${WORD},
    ADD COLUMN network ${WORD};
  DROP INDEX verdicts_recent;
  CREATE INDEX verdicts_recent ON verdicts (project_id, issued_at, jti) INCLUDE (action, kind, network, page, origin);
  ALTER TABLE outbox ADD COLUMN outcome ${WORD}, ADD COLUMN tried_at ${MOMENT};
  CREATE TABLE deliveries (
    id ${WORD} PRIMARY KEY,
    project_id ${WORD} NOT NULL,
    session ${WORD},
    url text NOT NULL,
    body text NOT NULL,
    created_at ${MOMENT} NOT NULL,
    attempts integer NOT NULL,
    outcome ${WORD} NOT NULL,
    tried_at ${MOMENT} NOT NULL
  );
  CREATE INDEX deliveries_recent ON deliveries (project_id, tried_at);
  CREATE INDEX deliveries_tried ON deliveries (tried_at);
  CREATE INDEX deliveries_session ON deliveries (project_id, session);
`

/** Lists by what spoke for a bot and by country. */
export const TELLS = `
  ALTER TABLE verdicts ADD COLUMN country ${WORD}, ADD COLUMN tells ${WORD};
  DROP INDEX verdicts_recent;
  CREATE INDEX verdicts_recent ON verdicts (project_id, issued_at, jti) INCLUDE (action, kind, network, page, origin, country, tells);
`

/** What visitors showed of their movement, where a project keeps it. */
export const MOVEMENTS = `
  ALTER TABLE verdicts ADD COLUMN movement text, ADD COLUMN movement_until ${MOMENT};
  CREATE INDEX verdicts_movement ON verdicts (movement_until) WHERE movement_until IS NOT NULL;
`

/** Since when what is written down is written in a new way: servers of before may run beside the first ones that can read it. */
export const FORMATS = `
  CREATE TABLE formats (name ${WORD} PRIMARY KEY, since ${MOMENT} NOT NULL);
  INSERT INTO formats SELECT 'verdict-words', CASE WHEN EXISTS (SELECT 1 FROM projects) THEN extract(epoch FROM now()) + 86400 ELSE 0 END;
`
