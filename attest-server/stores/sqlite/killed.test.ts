import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompiledServer, compileServer } from '../../testing/compile-server.js'
import { spawnCli } from '../../testing/spawn-server.js'
import type { Stores } from '../ports.js'
import { openSqliteStores } from './open-sqlite-stores.js'

let compiled: CompiledServer
let root: string
let script: string

/** A process that appends for ever, says what was acknowledged, and leases some of it without ever being done. */
const source = (module: string) => `
  import { openSqliteStores } from ${JSON.stringify(module)}
  import { writeSync } from 'node:fs'
  const { inbox } = openSqliteStores(process.argv[2]).value
  const name = process.argv[3]
  for (let i = 0; ; i++) {
    const events = [0, 1, 2].map((k) => ({ requestId: name + '-' + i + '-' + k, body: '{"i":' + i + '}' }))
    await inbox.append({ projectId: 'prj_1', session: 'sess_1', freshSession: '', idempotencyKey: undefined, events }, 100)
    writeSync(1, events.map(({ requestId }) => requestId + '\\n').join(''))
    if (i % 10 === 0) await inbox.claim(2, 100, 130)
  }
`

beforeAll(() => {
  compiled = compileServer()
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-killed-'))
  script = join(root, 'append.mjs')
  const module = join(compiled.cli, '../../stores/sqlite/open-sqlite-stores.js')
  writeFileSync(script, source(pathToFileURL(module).href))
}, 30_000)
afterAll(() => {
  compiled.remove()
  rmSync(root, { recursive: true, force: true })
})

function open(dir: string): Stores {
  const stores = openSqliteStores(dir)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

/** Lets two processes append, and kills them in the middle of it. @returns what they were told is kept. */
async function appendUntilKilled(dir: string, round: number): Promise<string[]> {
  const both = ['a', 'b'].map((name) => spawnCli(script, [dir, `${name}${round}`], {}))
  await Promise.all(both.map(({ line }) => line(/-7-2\n/)))
  await new Promise((resolve) => setTimeout(resolve, round * 13))
  for (const { child } of both) child.kill('SIGKILL')
  const written = await Promise.all(both.map(({ finished }) => finished))
  return written.flatMap(({ out }) => out.split('\n').slice(0, -1))
}

describe('an inbox whose processes are killed', { timeout: 60_000 }, () => {
  it('holds every event that was acknowledged, once, and hands out what the dead had leased', async () => {
    const dir = join(root, 'data')
    await open(dir).close()
    const acknowledged: string[] = []
    for (let round = 0; round < 4; round++) acknowledged.push(...(await appendUntilKilled(dir, round)))
    const stores = open(dir)
    const events = await stores.inbox.claim(1_000_000, 130, 160)
    const held = events.map(({ requestId }) => requestId)
    expect(new Set(held).size).toBe(held.length)
    const missing = acknowledged.filter((requestId) => !held.includes(requestId))
    expect(missing).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(4 * 2 * 24 - 1)
    expect(events.filter(({ attempts }) => attempts === 2).length).toBeGreaterThan(0)
    // Whole batches: a batch that was cut off left nothing.
    expect(held.length % 3).toBe(0)
    await stores.close()
  })
})
