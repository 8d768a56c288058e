import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../ports.js'
import { type Database, openDatabase } from './database.js'

const IMPATIENT = 'PRAGMA busy_timeout = 20; PRAGMA journal_mode = WAL'

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-database-'))
let [server, other] = [] as unknown as [Database, Database]
beforeAll(() => {
  const open = () => openDatabase(join(folder, 'some.db'), IMPATIENT)
  ;[server, other] = [open(), open()]
  server.exec('CREATE TABLE things (name TEXT)')
})
afterAll(() => {
  server.close()
  other.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a file that another process writes for longer than is waited', () => {
  const counting = () => Number(server.prepare('SELECT count(*) AS many FROM things').get()?.many)

  it.each([
    ['run', (sql: string) => server.prepare(sql).run()],
    ['get', (sql: string) => server.prepare(`${sql} RETURNING name`).get()],
    ['all', (sql: string) => server.prepare(`${sql} RETURNING name`).all()],
    ['transact', (sql: string) => server.transact(() => server.prepare(sql).run())],
    ['share', (sql: string) => server.share(() => server.prepare(sql).run())],
  ])('can be written again as soon as that has ended, whatever was tried meanwhile: %s', async (_, write) => {
    const before = counting()
    other.exec("BEGIN IMMEDIATE; INSERT INTO things VALUES ('theirs')")
    for (const sql of ["INSERT INTO things VALUES ('ours')", "DELETE FROM things WHERE name = 'nobody'"])
      await expect(async () => write(sql)).rejects.toThrow(StoreUnavailable)
    expect(counting()).toBe(before)
    other.exec("COMMIT; INSERT INTO things VALUES ('theirs, later')")
    await write("INSERT INTO things VALUES ('ours')")
    expect(counting()).toBe(before + 3)
    expect(other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 })
  })
})

describe('a statement that fails', () => {
  it('takes back what it did, alone and within others', () => {
    const before = Number(server.prepare('SELECT count(*) AS many FROM things').get()?.many)
    expect(() => server.prepare("INSERT INTO things SELECT 'x' UNION ALL SELECT json('no json')").run()).toThrow(StoreUnavailable)
    expect(() =>
      server.transact(() => {
        server.prepare("INSERT INTO things VALUES ('x')").run()
        throw new Error('changed our mind')
      }),
    ).toThrow(StoreUnavailable)
    expect(server.prepare('SELECT count(*) AS many FROM things').get()).toMatchObject({ many: before })
  })
})
