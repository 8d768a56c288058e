import { WORD } from './schema-of-control.js'
import { isBrief } from './schema-of-streams.js'

/** Something that is counted: under which name, whose it is, in SQL how much a row weighs, and which rows. */
interface Tally {
  readonly name: string
  /** `''`: everybody's together. */
  readonly of: 'project_id' | "''"
  readonly weight?: string
  readonly where?: string
}

/** Of an inbox, what its events weigh. 200: `EVENT_OVERHEAD` as it was then. */
const weight = 'octet_length(body) + 200'

/** Of what has a limit for all projects that is looked at with each write, the whole is counted too. */
const tallies: Readonly<Record<string, readonly Tally[]>> = {
  verdicts: [
    { name: 'verdicts', of: 'project_id' },
    { name: 'verdicts_brief', of: 'project_id', where: isBrief },
  ],
  devices: [{ name: 'devices', of: "''" }],
  counters: [{ name: 'counters', of: "''" }],
  sketches: [{ name: 'sketches', of: 'project_id' }],
  inbox_seen: [{ name: 'inbox_seen', of: 'project_id' }],
  inbox_contacts: [{ name: 'inbox_contacts', of: 'project_id' }],
  live_sessions: [{ name: 'live_sessions', of: 'project_id' }],
  labels: [{ name: 'labels', of: 'project_id' }],
  outbox: [
    { name: 'outbox', of: 'project_id' },
    { name: 'outbox', of: "''" },
  ],
  inbox: [
    { name: 'inbox', of: 'project_id', weight },
    { name: 'inbox', of: "''", weight },
  ],
}

/** A statement's rows are counted together. */
const count = (sign: '' | '-', { name, of, weight = '1', where = 'true' }: Tally): string => `
      INSERT INTO tallies SELECT '${name}', ${of}, pg_backend_pid(), ${sign}sum(${weight}) FROM changed WHERE ${where} GROUP BY 2
      ON CONFLICT (name, project_id, slot) DO UPDATE SET rows = tallies.rows + excluded.rows;`

const counting = (table: string, event: 'INSERT' | 'DELETE', of: readonly Tally[]): string => `
  CREATE FUNCTION tally_${table}_${event.toLowerCase()}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN ${of.map((tally) => count(event === 'INSERT' ? '' : '-', tally)).join('')}
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER ${table}_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${event === 'INSERT' ? 'NEW' : 'OLD'} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION tally_${table}_${event.toLowerCase()}();
`

/**
 * How many rows there are, and whose, so that nobody has to count them. Each connection adds to rows of its own, its `slot`: no write waits
 * for another's. What connections have left that are no more, `prune` adds to slot 0.
 */
export const TALLIES = `
  CREATE TABLE tallies (
    name ${WORD} NOT NULL,
    project_id ${WORD} NOT NULL,
    slot integer NOT NULL,
    rows bigint NOT NULL,
    PRIMARY KEY (name, project_id, slot)
  ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
  ${Object.entries(tallies)
    .flatMap(([table, of]) => [counting(table, 'INSERT', of), counting(table, 'DELETE', of)])
    .join('')}
`
