/** Of these tables each project has a share. */
const tables = ['verdicts', 'inbox_seen', 'inbox_contacts', 'live_sessions', 'labels', 'outbox', 'inbox'] as const

/** Of an inbox, what its events weigh. 200: `EVENT_OVERHEAD` as it was then. */
const weightOf = (table: string, row: string): string => (table === 'inbox' ? `length(CAST(${row}body AS BLOB)) + 200` : '1')

/** Their rows come many at once, and whoever adds them counts them, in one step. */
const inBatches: ReadonlySet<string> = new Set(['inbox', 'inbox_seen'])

const more = (table: string): string => `
  CREATE TRIGGER ${table}_share_more AFTER INSERT ON ${table} BEGIN
    INSERT INTO shares VALUES ('${table}', new.project_id, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
  END;
`

/** @returns the SQL that keeps count of what each project has in a table. `prune` drops what is 0. */
const shared = (table: string): string => `
  INSERT INTO shares SELECT '${table}', project_id, sum(${weightOf(table, '')}) FROM ${table} GROUP BY project_id;
  ${inBatches.has(table) ? '' : more(table)}
  CREATE TRIGGER ${table}_share_less AFTER DELETE ON ${table} BEGIN
    UPDATE shares SET rows = rows - (${weightOf(table, 'old.')}) WHERE name = '${table}' AND project_id = old.project_id;
  END;
`

/** Records of verdicts that are kept for a day at most: `BRIEF_RECORD` as it was then. */
const isBrief = (row: string): string => `${row}until - ${row}issued_at <= 86400`

const BRIEF = `
  INSERT INTO shares SELECT 'verdicts_brief', project_id, count(*) FROM verdicts WHERE ${isBrief('')} GROUP BY project_id;
  CREATE TRIGGER verdicts_brief_more AFTER INSERT ON verdicts WHEN ${isBrief('new.')} BEGIN
    INSERT INTO shares VALUES ('verdicts_brief', new.project_id, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
  END;
  CREATE TRIGGER verdicts_brief_less AFTER DELETE ON verdicts WHEN ${isBrief('old.')} BEGIN
    UPDATE shares SET rows = rows - 1 WHERE name = 'verdicts_brief' AND project_id = old.project_id;
  END;
  CREATE INDEX verdicts_brief_of ON verdicts (project_id, until) WHERE ${isBrief('')};
`

/** What each project has, so that none takes another's place; and what finds a project's oldest. */
export const SHARES = `
  CREATE TABLE shares (
    name TEXT NOT NULL,
    project_id TEXT NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (name, project_id)
  ) WITHOUT ROWID;
  ${tables.map(shared).join('')}
  ${BRIEF}
  CREATE INDEX verdicts_until_of ON verdicts (project_id, until);
  CREATE INDEX inbox_seen_until_of ON inbox_seen (project_id, until);
  CREATE INDEX inbox_contacts_until_of ON inbox_contacts (project_id, until);
  CREATE INDEX inbox_project ON inbox (project_id);
  DROP INDEX outbox_due;
  CREATE INDEX outbox_due_of ON outbox (project_id, due_at);
  CREATE INDEX kept_texts_size ON kept_texts (length(CAST(name AS BLOB)) + length(CAST(text AS BLOB)));
`
