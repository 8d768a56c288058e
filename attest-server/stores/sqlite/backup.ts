import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { err, ok, type Result } from '../../../shared/result.js'
import { StoreUnavailable } from '../ports.js'
import { type Database, INSPECTING, openDatabase, SEIZING } from './database.js'
import { makeFolder } from './make-folder.js'
import { migrations } from './migrations.js'
import { databaseFile, OWNER_ONLY, OWNER_ONLY_FOLDER } from './open-sqlite-stores.js'

/** A copy that is whole. */
export interface Copied {
  readonly bytes: number
  readonly projects: number
}

function causeOf(error: unknown): string {
  const cause = error instanceof StoreUnavailable ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}

/** What was done on the way is taken back where it fails. */
function attempt<T>(half: string, what: string, work: () => Result<T, string>): Result<T, string> {
  let result: Result<T, string>
  try {
    result = work()
  } catch (error) {
    result = err(`${what} (${causeOf(error)}).`)
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(half + suffix, { force: true })
  return result
}

function inDatabase<T>(file: string, settings: string, work: (database: Database) => T): T {
  const database = openDatabase(file, settings)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** @returns what it holds, or why it is no store of this or an earlier version. */
function inspect(file: string): Result<number, string> {
  return inDatabase(file, INSPECTING, (database) => {
    const one = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
    if (one('PRAGMA integrity_check') !== 'ok') return err('is damaged')
    if (one("SELECT count(*) FROM sqlite_schema WHERE name = 'signing_keys'") !== 1) return err('is no backup of Vouchsafe')
    if (Number(one('PRAGMA user_version')) > migrations.length) return err('was made by a newer version of Vouchsafe; use that one')
    return ok(Number(one('SELECT count(*) FROM projects')))
  })
}

function settle(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Copies a store into one file as it was at one moment, while servers work on it: all that was acknowledged before this was called is in it. The file holds
 * the signing keys; its owner alone may read it.
 * @param file must not exist. It appears when it is whole.
 */
export function backUpSqlite(folder: string, file: string): Result<Copied, string> {
  const source = databaseFile(folder)
  if (!existsSync(source)) return err(`There is no data in ${folder}.`)
  if (existsSync(file)) return err(`${file} is there already. Name a file that is not.`)
  const half = `${file}.partial`
  return attempt(half, `${file} cannot be written`, () => {
    rmSync(half, { force: true })
    closeSync(openSync(half, 'wx', OWNER_ONLY))
    inDatabase(source, INSPECTING, (database) => database.prepare('VACUUM INTO ?').run(half))
    const held = inspect(half)
    if (!held.ok) return err(`The data in ${folder} ${held.error}.`)
    settle(half)
    renameSync(half, file)
    return ok({ bytes: statSync(file).size, projects: held.value })
  })
}

/** Takes a file for itself, and lets it go. @returns false while another process has it open. */
function isFree(file: string): boolean {
  try {
    inDatabase(file, SEIZING, (database) => database.exec('BEGIN EXCLUSIVE; ROLLBACK'))
    return true
  } catch {
    return false
  }
}

/**
 * Puts a backup in the place of a store. What was there is gone.
 * @param isForced a store that is there may be replaced; never one that a server works on.
 */
export function restoreSqlite(file: string, folder: string, isForced: boolean): Result<Copied, string> {
  const target = databaseFile(folder)
  if (!existsSync(file)) return err(`There is no file ${file}.`)
  if (existsSync(target) && !isForced) return err(`There is data in ${folder}. With --force it is replaced, and gone.`)
  const half = `${target}.restoring`
  return attempt(half, `${file} cannot be restored to ${folder}`, () => {
    makeFolder(folder, OWNER_ONLY_FOLDER)
    copyFileSync(file, half)
    chmodSync(half, OWNER_ONLY)
    const held = inspect(half)
    if (!held.ok) return err(`${file} ${held.error}.`)
    if (existsSync(target) && !isFree(target)) return err(`A process works on the data in ${folder}. Stop it first.`)
    settle(half)
    // A log without its file would be played into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true })
    renameSync(half, target)
    return ok({ bytes: statSync(target).size, projects: held.value })
  })
}
