import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect } from 'vitest'
import type { Stores } from '../../stores/ports.js'
import { openSqliteStores } from '../../stores/sqlite/open-sqlite-stores.js'
import { runCli } from '../run-cli.js'

type Run = (...args: string[]) => Promise<{ readonly code: number; readonly out: string; readonly err: readonly string[] }>

interface Operator {
  readonly run: Run
  /** What a command that has to succeed says to programs. */
  json(...args: string[]): Promise<Record<string, unknown>>
  /** The same data, as a server would find it. */
  withStores<T>(work: (stores: Stores) => Promise<T>): Promise<T>
}

/** Somebody at the command line, who has no data yet in each test. */
export function sitDown(): Operator {
  const root = mkdtempSync(join(tmpdir(), 'vouchsafe-cli-'))
  let count = 0
  let dataDir: string
  beforeEach(() => {
    dataDir = join(root, `data-${count++}`)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const run: Run = async (...args) => {
    const lines: { out: string[]; err: string[] } = { out: [], err: [] }
    const output = { out: (line: string) => void lines.out.push(line), err: (line: string) => void lines.err.push(line) }
    const code = await runCli(args, { VOUCHSAFE_DATA_DIR: dataDir }, output)
    return { code, out: lines.out.join('\n'), err: lines.err }
  }

  return {
    run,
    async json(...args) {
      const { code, out, err } = await run(...args, '--json')
      expect(code, err.join(' ')).toBe(0)
      return JSON.parse(out) as Record<string, unknown>
    },
    async withStores(work) {
      const stores = openSqliteStores(dataDir)
      if (!stores.ok) throw new Error(stores.error)
      const result = await work(stores.value)
      await stores.value.close()
      return result
    },
  }
}
