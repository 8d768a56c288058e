import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from './database.js'
import { keepCheckpointed } from './keep-checkpointed.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-checkpoint-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('moves what was written into the file, while its writer does something else', async () => {
  const file = join(folder, 'vouchsafe.db')
  const database = openDatabase(file)
  database.exec("CREATE TABLE t (v TEXT); INSERT INTO t VALUES ('a-word-to-be-found')")
  const isMoved = () => readFileSync(file).includes('a-word-to-be-found')
  expect(isMoved()).toBe(false)
  const stop = keepCheckpointed(file)
  await vi.waitFor(() => expect(isMoved()).toBe(true), { timeout: 20_000 })
  database.exec("INSERT INTO t VALUES ('another')")
  await stop()
  database.close()
  // The last connection has tidied up: the thread's was closed before.
  expect(readdirSync(folder)).toEqual(['vouchsafe.db'])
}, 30_000)

it('makes no file where there is none', async () => {
  const stop = keepCheckpointed(join(folder, 'none.db'))
  await stop()
  expect(readdirSync(folder)).toEqual([])
})
