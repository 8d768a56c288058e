import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOW, verdict } from '../contract/support.js'
import type { Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { openDatabase } from './database.js'
import { databaseFile, openSqliteStores } from './open-sqlite-stores.js'

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-bounded-'))
const MOST = 100
let stores: Stores
beforeAll(() => {
  const opened = openSqliteStores(folder, { ...LIMITS, verdictRecords: MOST, devices: MOST, sketches: MOST, counters: MOST })
  if (!opened.ok) throw new Error(opened.error)
  stores = opened.value
})
afterAll(async () => {
  await stores.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A day of visitors who were never there, of whom three times as many come as are remembered. */
async function fillDay(day: number): Promise<void> {
  const now = NOW + day * 86_400
  for (let i = 0; i < 3 * MOST; i++) {
    const name = `${day}-${i}`
    await stores.replays.claimOnce(name, now, now + 300)
    await stores.sessions.advance('prj_shop', `sess_${name}`, { thumbprint: name, answer: 0 }, now)
    await stores.devices.meet(name, now)
    const sketch = { session: name, thumbprint: name, bands: [i, i, i, i, i, i] as const, body: name }
    await stores.sketches.meet('prj_shop', sketch, now + 30 * 86_400, now)
    await stores.counters.take(name, 1, 10, 60, now)
    await stores.verdicts.record({ ...verdict, jti: name, reference: name, session: name, issuedAt: now }, now + 30 * 86_400)
  }
  while ((await stores.prune(now + 3600)) > 0);
}

/** Bytes of the file, with what waits in its log. */
function size(): number {
  const database = openDatabase(databaseFile(folder))
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  database.close()
  return statSync(databaseFile(folder)).size
}

it('what is dropped makes room for what comes: the file is as large on the fifth day of a flood as on the second', async () => {
  const sizes: number[] = []
  for (let day = 0; day < 5; day++) {
    await fillDay(day)
    sizes.push(size())
  }
  expect(sizes[4]! / sizes[1]!).toBeLessThanOrEqual(1.1)
}, 60_000)
