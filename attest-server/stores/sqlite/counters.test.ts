import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSqliteCounters } from './counters.js'
import { type Database, openDatabase } from './database.js'
import { migrate } from './migrations.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-counters-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
let database: Database
let writes = 0

beforeEach(() => {
  const file = openDatabase(join(root, `${count++}.db`))
  migrate(file)
  writes = 0
  database = {
    ...file,
    transact(work) {
      writes++
      return file.transact(work)
    },
  }
})

describe('counters in a file', () => {
  it('write once a second, however many takes there are', async () => {
    const counters = createSqliteCounters(database)
    for (let i = 0; i < 5000; i++) await counters.take(`key ${i % 50}`, 1, Infinity, 60, 600 + i / 1000)
    expect(writes).toBeGreaterThan(3)
    expect(writes).toBeLessThan(7)
  })

  it('write what was taken in a window before the next one begins', async () => {
    const [counters, others] = [createSqliteCounters(database), createSqliteCounters(database)]
    for (const now of [600, 600.1, 600.2]) await counters.take('key', 1, 10, 3600, now)
    expect(await others.read('key', 3600, 600.3)).toBe(1)
    await counters.take('short', 1, 10, 1, 600.4)
    await counters.take('short', 1, 10, 1, 601)
    expect(await others.read('key', 3600, 601.3)).toBe(3)
  })

  it('look a name up once a second, also where it is only read', async () => {
    const [counters, others] = [createSqliteCounters(database), createSqliteCounters(database)]
    expect(await others.read('key', 3600, 600)).toBe(0)
    await counters.take('key', 1, 10, 3600, 600)
    counters.flush()
    expect(await others.read('key', 3600, 600.9)).toBe(0)
    expect(await others.read('key', 3600, 601)).toBe(1)
    expect((await others.take('key', 1, 10, 3600, 601.1)).used).toBe(2)
  })

  it('count nothing twice and forget nothing where a name is read between its take and the write', async () => {
    const [counters, others] = [createSqliteCounters(database), createSqliteCounters(database)]
    await counters.take('first', 1, 10, 3600, 600)
    for (const now of [600, 600.5]) await counters.take('key', 1, 10, 3600, now)
    await others.take('key', 4, 10, 3600, 600)
    others.flush()
    expect(await counters.read('key', 3600, 601.2)).toBe(6)
    counters.flush()
    expect((await counters.take('key', 1, 10, 3600, 601.3)).used).toBe(7)
    counters.flush()
    expect(await createSqliteCounters(database).read('key', 3600, 602)).toBe(7)
  })

  it('write what was taken last, too, where nobody takes after it', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const [counters, others] = [createSqliteCounters(database), createSqliteCounters(database)]
    for (const now of [600, 600.1, 600.2]) await counters.take('key', 1, 10, 3600, now)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await others.read('key', 3600, 601.2)).toBe(3)
  })

  it('write nothing for names that are only read, however many, and forget no take for them', async () => {
    const counters = createSqliteCounters(database)
    await counters.take('key', 1, 10, 3600, 7200)
    for (let i = 0; i < 10_100; i++) expect(await counters.read(`${i}`, 3600, 7200)).toBe(0)
    expect(writes).toBe(1)
    expect((await counters.take('key', 1, 10, 3600, 7200)).used).toBe(2)
    counters.flush()
    expect(await createSqliteCounters(database).read('key', 3600, 7200)).toBe(2)
  })

  it('forget nothing of many more names than are held at once', async () => {
    const counters = createSqliteCounters(database)
    for (let i = 0; i < 10_100; i++) await counters.take(`${i}`, 2, 10, 3600, 7200)
    await counters.take('0', 3, 10, 3600, 7200)
    expect(await counters.read('0', 3600, 7200)).toBe(5)
    counters.flush()
    const others = createSqliteCounters(database)
    const all = await Promise.all(Array.from({ length: 10_100 }, (_, i) => others.read(`${i}`, 3600, 7200)))
    expect(all.reduce((sum, used) => sum + used, 0)).toBe(2 * 10_100 + 3)
  })

  it('add nothing to a window that began elsewhere when they come late with the last one', async () => {
    const [late, early] = [createSqliteCounters(database), createSqliteCounters(database)]
    await late.take('key', 1, 10, 60, 659)
    await late.take('key', 4, 10, 60, 659.5)
    await early.take('key', 2, 10, 60, 660)
    late.flush()
    early.flush()
    expect(await createSqliteCounters(database).read('key', 60, 661)).toBe(2)
  })
})
