import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Account } from './account.js'
import { recordAttests } from './record-attests.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attests-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const attests = [3, 9].map((seconds) => ({ seconds, observations: { 'input.strokes': seconds } }))
const account: Account = { botd: 'none', fpscanner: 'none', because: [], evidence: '', looksLike: '', browser: 'firefox', attests }
const run = { driver: 'reader', kind: 'person', run: 2, replays: [{ source: 'sapimouse', user: 'user1' }] } as const

it('writes a line for each verdict, and in each whose visit it was and whom the driver replayed', () => {
  vi.stubEnv('VOUCHSAFE_E2E_RECORD', folder)
  recordAttests(run, account)
  recordAttests({ ...run, run: 3 }, account)
  const lines = readFileSync(join(folder, 'reader.ndjson'), 'utf8').trim().split('\n')
  const of = (number: number) => attests.map((attest) => ({ ...run, run: number, browser: 'firefox', ...attest }))
  expect(lines.map((line) => JSON.parse(line))).toEqual([...of(2), ...of(3)])
})

it('writes nothing where nobody asked for a record', () => {
  vi.stubEnv('VOUCHSAFE_E2E_RECORD', '')
  recordAttests(run, account)
  expect(readdirSync(folder)).toEqual([])
})
