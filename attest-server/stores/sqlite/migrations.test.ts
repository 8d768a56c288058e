import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENT_OVERHEAD } from '../ports.js'
import { BRIEF_RECORD } from '../retention.js'
import { type Database, openDatabase } from './database.js'
import { migrate, migrations } from './migrations.js'

/** Of each migration, in their order. One is added with each that is appended; none is ever changed. */
const DIGESTS: readonly string[] = [
  '9e5ab614331ac504',
  'dda9af8f3425320b',
  'bbe6f7b012925f53',
  '312dcea263c3dff5',
  '203672fcea4e4e22',
  '5c1006cb77eb92ea',
  '94407d0f29c6aa02',
  'ccbea4af377e9077',
  'fb8fdb9a1df5b043',
  'c702e3533e235de2',
  '0798c12397d7a6d0',
  '8b5ade6445fad99e',
  '2281a4f95e6cdca9',
  'e93f087a3f0fe493',
  '73d314c0f5d47833',
  '108d288bb78eccd4',
  'f0985ca122886f39',
  '0ca33d3b362421ab',
]

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-migrations-'))
let database: Database
beforeAll(() => {
  database = openDatabase(join(folder, 'vouchsafe.db'))
  migrate(database)
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const digestOf = (sql: string) => createHash('sha256').update(sql).digest('hex').slice(0, 16)
const sqlOf = (name: string) => String(database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(name)?.sql)

describe('what files were made with', () => {
  it.each(DIGESTS.map((digest, version) => [version, digest] as const))('stays as it was: migration %i', (version, digest) => {
    expect(digestOf(migrations[version] ?? ''), 'this is in files already: write a migration').toBe(digest)
  })

  it('is held to a digest each', () => {
    expect(migrations.map(digestOf), 'add the digest of the new migration').toHaveLength(DIGESTS.length)
  })

  it('is written in a new way at once in a new file, and a day later in one that servers of before may have open', () => {
    const since = (changed: Database) => Number(changed.prepare("SELECT since FROM formats WHERE name = 'verdict-words'").get()?.since)
    expect(since(database)).toBe(0)
    const older = openDatabase(join(folder, 'older.db'))
    for (const sql of migrations.slice(0, 17)) older.exec(sql)
    older.exec(
      "PRAGMA user_version = 17; INSERT INTO projects (id, name, site_key, origins, enforce, noscript, created_at) VALUES ('p', '', 'k', '[]', 1, 1, 1)",
    )
    expect(migrate(older)).toBe(true)
    expect(Math.abs(since(older) - Date.now() / 1000 - 86_400)).toBeLessThan(60)
    older.close()
  })

  // What triggers add and take away must be what the code counts, or the counts drift.
  it.each(['inbox_more', 'inbox_less', 'inbox_share_less'])('weighs an event as EVENT_OVERHEAD says: %s', (trigger) => {
    const [, overhead] = /AS BLOB\)\) \+ (\d+)/.exec(sqlOf(trigger)) ?? []
    expect(Number(overhead), 'write a migration for the new EVENT_OVERHEAD').toBe(EVENT_OVERHEAD)
  })

  it.each(['verdicts_brief_more', 'verdicts_brief_less', 'verdicts_brief_of'])('counts as brief what BRIEF_RECORD says: %s', (name) => {
    const [, seconds] = /issued_at <= (\d+)/.exec(sqlOf(name)) ?? []
    expect(Number(seconds), 'write a migration for the new BRIEF_RECORD').toBe(BRIEF_RECORD)
  })
})
