import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testStores } from '../contract/index.js'
import { verdict } from '../contract/support.js'
import { type StoreLimits, type Stores, StoreUnavailable } from '../ports.js'
import { LIMITS } from '../retention.js'
import { openDatabase } from './database.js'
import { openSqliteStores } from './open-sqlite-stores.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-sqlite-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const folder = () => join(root, `store-${count++}`)

function open(dir: string, limits?: StoreLimits): Stores {
  const stores = openSqliteStores(dir, limits)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

/** Takes back what every migration but the first has done. */
const TO_VERSION_1 = `
  DROP TABLE formats;
  DROP TABLE deliveries;
  DROP TABLE rollups;
  DROP TRIGGER accounts_credentials;
  DROP TABLE credentials;
  DROP INDEX verdicts_recent;
  ALTER TABLE verdicts DROP COLUMN action;
  ALTER TABLE verdicts DROP COLUMN kind;
  ALTER TABLE verdicts DROP COLUMN origin;
  ALTER TABLE verdicts DROP COLUMN page;
  ALTER TABLE verdicts DROP COLUMN network;
  ALTER TABLE verdicts DROP COLUMN country;
  ALTER TABLE verdicts DROP COLUMN tells;
  DROP INDEX verdicts_movement;
  ALTER TABLE verdicts DROP COLUMN movement;
  ALTER TABLE verdicts DROP COLUMN movement_until;
  DROP TABLE api_keys;
  DROP TABLE accounts;
  DROP TABLE ownerships;
  DROP TABLE settings;
  DROP TABLE rules;
  DROP TABLE exceptions;
  DROP TABLE revocations;
  DROP TABLE kept_texts;
  DROP TABLE counters;
  DROP TABLE inbox;
  DROP TABLE inbox_seen;
  DROP TABLE inbox_contacts;
  DROP TABLE live_sessions;
  DROP TABLE sketches;
  DROP TABLE labels;
  DROP TABLE outbox;
  ALTER TABLE claims DROP COLUMN holder;
  DROP INDEX verdicts_session;
  DROP INDEX verdicts_until_of;
  DROP TRIGGER verdicts_share_more;
  DROP TRIGGER verdicts_share_less;
  DROP INDEX verdicts_brief_of;
  DROP TRIGGER verdicts_brief_more;
  DROP TRIGGER verdicts_brief_less;
  DROP TABLE shares;
  ALTER TABLE verdicts DROP COLUMN session;
  DROP TRIGGER verdicts_more;
  DROP TRIGGER verdicts_less;
  DROP TRIGGER devices_more;
  DROP TRIGGER devices_less;
  DROP TABLE counts;
  DROP INDEX sessions_answered;
  DROP INDEX sessions_unanswered;
  CREATE INDEX sessions_last_seen ON sessions (last_seen);
  ALTER TABLE verdicts ADD COLUMN session TEXT NOT NULL DEFAULT 'sess_1';
  ALTER TABLE verdicts ADD COLUMN action TEXT NOT NULL DEFAULT 'allow';
  ALTER TABLE sessions DROP COLUMN answer;
  ALTER TABLE sessions DROP COLUMN answered_by;
  ALTER TABLE sessions ADD COLUMN first_seen REAL NOT NULL DEFAULT 100;
  ALTER TABLE sessions ADD COLUMN evidences INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE devices DROP COLUMN has_revealed;
  ALTER TABLE devices ADD COLUMN encounters INTEGER NOT NULL DEFAULT 1;
  INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, action, record)
    VALUES ('old', 'prj_shop', 'ref', 'sess_1', 100, 9e9, 'allow', '{"jti":"old"}');
  PRAGMA user_version = 1;
`

testStores('sqlite', async (limits) => {
  const dir = folder()
  return [open(dir, limits), open(dir, limits)]
})

describe('openSqliteStores', () => {
  it('keeps everything to its owner', async () => {
    const dir = folder()
    const stores = open(dir)
    await stores.replays.claimOnce('id', 0, 1)
    const rights = (path: string) => statSync(path).mode & 0o777
    expect(rights(dir)).toBe(0o700)
    for (const file of ['vouchsafe.db', 'vouchsafe.db-wal', 'vouchsafe.db-shm']) expect(rights(join(dir, file))).toBe(0o600)
    await stores.close()
  })

  it('takes the rights of others away from a file that was there before', async () => {
    const dir = folder()
    await open(dir).close()
    chmodSync(join(dir, 'vouchsafe.db'), 0o644)
    await open(dir).close()
    expect(statSync(join(dir, 'vouchsafe.db')).mode & 0o777).toBe(0o600)
  })

  it('remembers claims when it is opened again, and shares them between two that are open', async () => {
    const dir = folder()
    const first = open(dir)
    const second = open(dir)
    expect(await first.replays.claimOnce('id', 0, 9e9)).toBe(true)
    expect(await second.replays.claimOnce('id', 0, 9e9)).toBe(false)
    await first.close()
    await second.close()
    const third = open(dir)
    expect(await third.replays.claimOnce('id', 0, 9e9)).toBe(false)
    await third.close()
  })

  it('says in words why a folder cannot be used', () => {
    const file = join(root, 'a-file')
    writeFileSync(file, '')
    expect(openSqliteStores(join(file, 'data'))).toEqual({ ok: false, error: expect.stringContaining('cannot be used (ENOTDIR)') })
  })

  it('says in words that a file is no database', async () => {
    const dir = folder()
    await open(dir).close()
    for (const end of ['-wal', '-shm']) rmSync(join(dir, `vouchsafe.db${end}`), { force: true })
    writeFileSync(join(dir, 'vouchsafe.db'), 'not a database, but long enough to be looked at as one '.repeat(100))
    expect(openSqliteStores(dir)).toEqual({ ok: false, error: expect.stringContaining('cannot be used') })
  })

  it('brings the data of an older version along', async () => {
    const dir = folder()
    const before = open(dir)
    await before.sessions.advance('prj_shop', 'sess_1', { thumbprint: 'a', answer: 0 }, 100)
    await before.devices.meet('a', 100)
    await before.close()
    const database = openDatabase(join(dir, 'vouchsafe.db'))
    database.exec(TO_VERSION_1)
    database.close()
    const after = open(dir, { ...LIMITS, verdictRecords: 0, devices: 1 })
    expect(await after.sessions.advance('prj_shop', 'sess_1', { thumbprint: 'a', answer: 1.5 }, 101)).toEqual({ recent: 2, answered: 1.5 })
    expect(await after.devices.meet('a', 101)).toEqual({ firstSeen: 100, hasRevealed: false })
    expect(await after.verdicts.find('prj_shop', 'ref')).toEqual({ jti: 'old' })
    await after.prune(101)
    expect(await after.verdicts.find('prj_shop', 'ref'), 'it was counted').toBeUndefined()
    await after.close()
  })

  it('packs records so that servers of before can read them until the moment that the file says', async () => {
    const dir = folder()
    await open(dir).close()
    const database = openDatabase(join(dir, 'vouchsafe.db'))
    database.exec('UPDATE formats SET since = 100')
    const stores = open(dir)
    for (const issuedAt of [99, 100]) await stores.verdicts.record({ ...verdict, jti: `j${issuedAt}`, issuedAt }, 1000)
    const firstBytes = database.prepare('SELECT substr(record, 1, 1) AS first FROM verdicts ORDER BY issued_at').all()
    expect(firstBytes.map(({ first }) => new Uint8Array(first as ArrayBuffer)[0] === 0xff)).toEqual([false, true])
    database.close()
    await stores.close()
  })

  it('leaves the data of a newer version alone', async () => {
    const dir = folder()
    await open(dir).close()
    const database = openDatabase(join(dir, 'vouchsafe.db'))
    database.exec('PRAGMA user_version = 999')
    database.close()
    expect(openSqliteStores(dir)).toEqual({ ok: false, error: expect.stringContaining('newer version') })
  })

  it('throws StoreUnavailable once it is closed', async () => {
    const stores = open(folder())
    await stores.close()
    await expect(stores.replays.claimOnce('id', 0, 1)).rejects.toThrow(StoreUnavailable)
    await expect(stores.check()).rejects.toThrow(StoreUnavailable)
  })
})
