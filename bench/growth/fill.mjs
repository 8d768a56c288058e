import { open } from 'node:fs/promises'
import Libsql from 'libsql'
import { withoutIndices } from './without-indices.mjs'

/** Rows of one transaction: its log takes some gigabytes of the disk. */
const BATCH = 1_000_000

const each = 'c(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ?2)'
const id = (/** @type {number} */ bytes) => `hex(randomblob(${bytes}))`
/** Names in their order, by which rows are found: a tree that is written from left to right is written once. */
const named = (/** @type {number} */ bytes) =>
  `WITH RECURSIVE ${each}, named AS MATERIALIZED (SELECT i, ${id(bytes)} AS name FROM c ORDER BY name)`
const bands = [0, 1, 2, 3, 4, 5]

/** Tables of which there are as many rows as asked for. */
const TABLES = ['verdicts', 'devices', 'sessions', 'claims', 'counters', 'sketches']

/**
 * Indices by which the server looks for what is over: without them it would read whole tables for it, every ten seconds, and nobody could write meanwhile.
 * Ends are those of their rows' order, so that these are written from left to right, too.
 */
const OF_ENDS = /_(until|last_seen|ends|answered|unanswered|movement)$/

/** Of these a server keeps a million, and drops what is more: it would be busy with that for hours, and nothing else be measured. */
const KEPT = 990_000
const most = (/** @type {string} */ sql) => (/^INSERT INTO (counters|sketches) /.test(sql) ? KEPT : Infinity)

/**
 * What each row is made of: `?1` to `?2` are its numbers, `?3` is now. Names are random, as real ones are, so that rows lie anywhere in their indices;
 * what a row weighs is taken from one that the server wrote itself.
 */
const fills = [
  `INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record, action, kind, origin, page, network, country, tells)
   ${named(11)} SELECT name, 'prj_bench', ${id(5)}, 'sess_' || ${id(11)}, ?3 - i % 86400, ?3 + 2592000, one.record, one.action, one.kind, one.origin, one.page, one.network, one.country, one.tells
   FROM named, (SELECT * FROM verdicts LIMIT 1) AS one`,
  `INSERT INTO devices (thumbprint, first_seen, last_seen) ${named(21)} SELECT name, ?3 - 1, ?3 FROM named`,
  `INSERT INTO sessions (project_id, session, last_seen, window_start, recent, answer)
   ${named(11)} SELECT 'prj_bench', 'sess_' || name, ?3, ?3, 1, 1 FROM named`,
  `INSERT INTO claims (id, until) ${named(11)} SELECT name, ?3 + 86400 FROM named`,
  `INSERT INTO counters (name, span, ends, used) ${named(21)} SELECT 'key:' || name, 3600, ?3 + 86400, 1 FROM named`,
  `INSERT INTO sketches (project_id, session, thumbprint, until, body, ${bands.map((i) => `band_${i}`).join(', ')})
   WITH RECURSIVE ${each} SELECT 'prj_bench', 'sess_' || ${id(11)}, ${id(21)}, ?3 + 86400, (SELECT body FROM sketches LIMIT 1), ${bands.map(() => 'random() & 0xffffffff').join(', ')} FROM c`,
]

/** A hundredth as many: each has a key and a rule. */
const ofOwners = [
  `INSERT INTO projects (id, name, site_key, origins, enforce, noscript, created_at)
   WITH RECURSIVE ${each} SELECT 'prj_' || i, 'p', 'pk_' || ${id(11)}, '["https://shop.example"]', 1, 1, ?3 FROM c`,
  `INSERT INTO api_keys (id, project_id, kind, name, lookup, hash, tier, created_at)
   WITH RECURSIVE ${each} SELECT 'key_' || ${id(11)}, 'prj_' || i, 'private', 'k', ${id(11)}, ${id(32)}, 'free', ?3 FROM c`,
  `INSERT INTO rules (id, project_id, version, rule)
   WITH RECURSIVE ${each} SELECT 'rule_' || i, 'prj_' || i, 1, (SELECT rule FROM rules LIMIT 1) FROM c`,
]

/** What the server's triggers would have counted. */
const COUNTS = `
  UPDATE counts SET rows = (SELECT count(*) FROM verdicts) WHERE name = 'verdicts';
  UPDATE counts SET rows = (SELECT count(*) FROM devices) WHERE name = 'devices';
  UPDATE counts SET rows = (SELECT count(*) FROM counters) WHERE name = 'counters';
  UPDATE counts SET rows = (SELECT count(*) FROM sketches) WHERE name = 'sketches';
  INSERT OR REPLACE INTO shares SELECT 'verdicts', project_id, count(*) FROM verdicts GROUP BY project_id;
  INSERT OR REPLACE INTO shares SELECT 'sketches', project_id, count(*) FROM sketches GROUP BY project_id;
`

/**
 * Fills the tables that grow, straight into the file beside a server that rests.
 *
 * @param {string} file
 * @param {number} from rows that are there
 * @param {number} to rows that are to be there; projects, keys and rules a hundredth of that
 */
export function fill(file, from, to) {
  const database = new Libsql(file)
  try {
    database.exec('PRAGMA busy_timeout = 60000; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000')
    const now = Date.now() / 1000
    const insert = (/** @type {readonly string[]} */ statements, /** @type {number} */ first, /** @type {number} */ last) => {
      for (const sql of statements) {
        const statement = database.prepare(sql)
        const end = Math.min(last, most(sql))
        for (let at = first; at < end; at += BATCH) {
          statement.run(at, Math.min(at + BATCH, end), now)
          database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        }
      }
    }
    withoutIndices(database, TABLES, OF_ENDS, () => insert(fills, from, to))
    insert(ofOwners, Math.floor(from / 100), Math.floor(to / 100))
    database.exec(COUNTS)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/**
 * As if it had been written in months: all of it lies on the disk, which the server would else wait for, and pay for, at its next checkpoint; and in the machine's
 * memory as far as there is room, and not what a fill wrote last.
 *
 * @param {string} file
 */
export async function settle(file) {
  const opened = await open(file, 'r+')
  await opened.sync()
  for await (const _ of opened.createReadStream({ highWaterMark: 1 << 20 }));
}

/** Names of verdicts from anywhere among all that are stored. @param {string} file @param {number} count @returns {string[]} */
export function someVerdicts(file, count) {
  const database = new Libsql(file)
  try {
    const { last } = /** @type {any} */ (database.prepare('SELECT max(rowid) AS last FROM verdicts').get())
    // `+`: found by its number alone. By the project's index, ten millions of rows would be read for each.
    const at = database.prepare("SELECT jti FROM verdicts WHERE rowid >= ? AND +project_id = 'prj_bench' LIMIT 1")
    return Array.from({ length: count }, () => /** @type {any} */ (at.get(1 + Math.floor(Math.random() * last))).jti)
  } finally {
    database.close()
  }
}
