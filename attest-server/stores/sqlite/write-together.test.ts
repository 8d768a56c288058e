import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../ports.js'
import { type Database, openDatabase } from './database.js'

let folder: string
let file: string
let database: Database
let other: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-shared-'))
  file = join(folder, 'a.db')
  database = openDatabase(file)
  database.exec('CREATE TABLE one (id INTEGER PRIMARY KEY CHECK (id < 100))')
  other = openDatabase(file)
})
afterEach(() => {
  other.close()
  database.close()
  rmSync(folder, { recursive: true })
})

const rowsIn = (of: Database): unknown[] =>
  of
    .prepare('SELECT id FROM one ORDER BY id')
    .all()
    .map(({ id }) => id)
const insertInto = (of: Database) => {
  const insert = of.prepare('INSERT INTO one VALUES (?)')
  return (id: number) => of.share(() => insert.run(id))
}

describe('what is written in one turn', () => {
  it('is written down for others when the first is told', async () => {
    const insert = insertInto(database)
    const all = [insert(1), insert(2), insert(3)]
    expect(rowsIn(other)).toEqual([])
    expect(await all[0]).toBe(1)
    expect(rowsIn(other)).toEqual([1, 2, 3])
    await Promise.all(all)
  })

  it('goes on where one of it fails, which takes back what it did itself', async () => {
    const insert = insertInto(database)
    const settled = await Promise.allSettled([insert(1), insert(100), insert(1), insert(2)])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect((settled[1] as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable)
    expect(rowsIn(other)).toEqual([1, 2])
  })

  it('fails alone as it does among others', async () => {
    await expect(insertInto(database)(100)).rejects.toBeInstanceOf(StoreUnavailable)
  })

  it('keeps nobody else waiting meanwhile', async () => {
    const shared = [insertInto(database)(1), insertInto(other)(2), insertInto(database)(3)]
    other.transact(() => other.prepare('INSERT INTO one VALUES (4)').run())
    await Promise.all(shared)
    expect(rowsIn(other)).toEqual([1, 2, 3, 4])
  })

  it('is told to all where the transaction cannot be ended, and the next begins anew', async () => {
    database.exec('CREATE TABLE two (id INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED)')
    const orphan = database.prepare('INSERT INTO two VALUES (7)')
    const settled = await Promise.allSettled([insertInto(database)(1), database.share(() => orphan.run())])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(rowsIn(other)).toEqual([])
    await insertInto(database)(2)
    expect(rowsIn(other)).toEqual([2])
  })

  it('is written by nobody where one of it finds the disk full: the transaction is gone, and what comes after it waits for the next', async () => {
    database.exec('CREATE TABLE large (bytes BLOB)')
    const pages = Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0])
    database.exec(`PRAGMA max_page_count = ${pages}`)
    const fill = database.prepare('INSERT INTO large VALUES (zeroblob(1000000))')
    const insert = insertInto(database)
    const settled = await Promise.allSettled([insert(1), database.share(() => fill.run()), insert(2)])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(rowsIn(other)).toEqual([])
    await insert(3)
    expect(rowsIn(other)).toEqual([3])
  })

  it('is written before the database is closed, and nothing after it', async () => {
    const shared = insertInto(database)(1)
    database.close()
    expect(await shared).toBe(1)
    expect(rowsIn(other)).toEqual([1])
    await expect(database.share(() => database.prepare('SELECT 1').get())).rejects.toBeInstanceOf(StoreUnavailable)
    database = openDatabase(file)
  })
})
