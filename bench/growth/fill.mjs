import Libsql from 'libsql'

/** Rows of one transaction: the server waits for no longer than that takes. */
const BATCH = 20_000

const each = 'WITH RECURSIVE c(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ?2)'
const id = (/** @type {number} */ bytes) => `hex(randomblob(${bytes}))`
const bands = [0, 1, 2, 3, 4, 5]

/**
 * What each row is made of: `?1` to `?2` are its numbers, `?3` is now. Names are random, as real ones are, so that rows lie anywhere in their indices;
 * what a row weighs is taken from one that the server wrote itself.
 */
const fills = [
  `INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record)
   ${each} SELECT ${id(11)}, 'prj_bench', ${id(5)}, 'sess_' || ${id(11)}, ?3 - i % 86400, ?3 + 2592000, (SELECT record FROM verdicts LIMIT 1) FROM c`,
  `INSERT INTO devices (thumbprint, first_seen, last_seen) ${each} SELECT ${id(21)}, ?3 - 1, ?3 FROM c`,
  `INSERT INTO sessions (project_id, session, last_seen, window_start, recent, answer)
   ${each} SELECT 'prj_bench', 'sess_' || ${id(11)}, ?3, ?3, 1, 1 FROM c`,
  `INSERT INTO claims (id, until) ${each} SELECT ${id(11)}, ?3 + 86400 FROM c`,
  `INSERT INTO counters (name, span, ends, used) ${each} SELECT 'key:' || ${id(21)}, 3600, ?3 + 86400, 1 FROM c`,
  `INSERT INTO sketches (project_id, session, thumbprint, until, body, ${bands.map((i) => `band_${i}`).join(', ')})
   ${each} SELECT 'prj_bench', 'sess_' || ${id(11)}, ${id(21)}, ?3 + 86400, (SELECT body FROM sketches LIMIT 1), ${bands.map(() => 'random() & 0xffffffff').join(', ')} FROM c`,
]

/** A hundredth as many: each has a key and a rule. */
const ofOwners = [
  `INSERT INTO projects (id, name, site_key, origins, enforce, noscript, created_at)
   ${each} SELECT 'prj_' || i, 'p', 'pk_' || ${id(11)}, '["https://shop.example"]', 1, 1, ?3 FROM c`,
  `INSERT INTO api_keys (id, project_id, kind, name, lookup, hash, tier, created_at)
   ${each} SELECT 'key_' || ${id(11)}, 'prj_' || i, 'private', 'k', ${id(11)}, ${id(32)}, 'free', ?3 FROM c`,
  `INSERT INTO rules (id, project_id, version, rule) ${each} SELECT 'rule_' || i, 'prj_' || i, 1, (SELECT rule FROM rules LIMIT 1) FROM c`,
]

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
    database.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF')
    const now = Date.now() / 1000
    const insert = (/** @type {readonly string[]} */ statements, /** @type {number} */ first, /** @type {number} */ last) => {
      for (const sql of statements) {
        const statement = database.prepare(sql)
        for (let at = first; at < last; at += BATCH) statement.run(at, Math.min(at + BATCH, last), now)
      }
    }
    insert(fills, from, to)
    insert(ofOwners, Math.floor(from / 100), Math.floor(to / 100))
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** Names of verdicts from anywhere among all that are stored. @param {string} file @param {number} count @returns {string[]} */
export function someVerdicts(file, count) {
  const database = new Libsql(file)
  try {
    const { last } = /** @type {any} */ (database.prepare('SELECT max(rowid) AS last FROM verdicts').get())
    const at = database.prepare("SELECT jti FROM verdicts WHERE rowid >= ? AND project_id = 'prj_bench' LIMIT 1")
    return Array.from({ length: count }, () => /** @type {any} */ (at.get(1 + Math.floor(Math.random() * last))).jti)
  } finally {
    database.close()
  }
}
