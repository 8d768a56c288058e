import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { judge, noteBrokenRun, outcomeNote, planned, runNote } from './matrix.js'
import type { PostAnswer } from './site/proxy.js'

const bot = { name: 'b', kind: 'bot', expected: ['challenge', 'block'] } as const
const person = { name: 'p', kind: 'person', expected: ['allow'] } as const
const post = (action: PostAnswer['action'], status: number): PostAnswer => ({ path: '/sign-up', status, action, reason: '', body: '' })

describe('a run', () => {
  it('is judged by what the backend decided', () => {
    expect(judge(bot, post('block', 403))).toEqual({ action: 'block', ok: true })
    expect(judge(bot, post('challenge', 403))).toEqual({ action: 'challenge', ok: true })
    expect(judge(bot, post('allow', 303))).toEqual({ action: 'allow', ok: false })
    expect(judge(person, post('allow', 303))).toEqual({ action: 'allow', ok: true })
    expect(judge(person, post('challenge', 403))).toEqual({ action: 'challenge', ok: false })
  })

  it('proves nothing where the form was refused for want of a verdict: a collector that does not run has every visitor refused', () => {
    expect(judge(bot, post('none', 403))).toEqual({ action: 'none', ok: false })
    expect(judge(person, post('none', 403))).toEqual({ action: 'none', ok: false })
  })

  it('proves nothing where the form was never answered, or accepted without a verdict', () => {
    expect(judge(bot, undefined)).toEqual({ action: 'none', ok: false })
    expect(judge(bot, post('none', 502))).toEqual({ action: 'none', ok: false })
    expect(judge(bot, post('none', 303))).toEqual({ action: 'none', ok: false })
  })
})

describe('a run that broke', () => {
  const about = { driver: 'p', kind: 'person', run: 2 } as const
  const thrown = {
    annotations: [runNote(about)],
    status: 'failed',
    error: { message: 'Error: no \u001b[31mform\u001b[39m\nat a' },
    duration: 7,
  } as const
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vouchsafe-rows-'))
    writeFileSync(join(folder, 'rows'), '')
    vi.stubEnv('VOUCHSAFE_E2E_ROWS', join(folder, 'rows'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const rowsAfter = (changes: Partial<Parameters<typeof noteBrokenRun>[0]>) => {
    noteBrokenRun({ ...thrown, annotations: [...thrown.annotations], ...changes })
    const lines = readFileSync(join(folder, 'rows'), 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line))
  }

  it('leaves a row without a verdict, with what went wrong', () => {
    expect(rowsAfter({})).toEqual([{ ...about, action: 'none', ok: false, ms: 7, note: 'Error: no form' }])
  })

  it('leaves one where it took too long, too', () => {
    expect(rowsAfter({ status: 'timedOut' })).toHaveLength(1)
  })

  it('leaves no second one where it was judged, and none where it was skipped or interrupted, or never began', () => {
    expect(rowsAfter({ annotations: [runNote(about), outcomeNote('block', '')] })).toEqual([])
    expect(rowsAfter({ status: 'skipped' })).toEqual([])
    expect(rowsAfter({ status: 'interrupted' })).toEqual([])
    expect(rowsAfter({ annotations: [] })).toEqual([])
  })
})

describe('the plan', () => {
  afterEach(() => vi.unstubAllEnvs())
  const plan = () => planned([{ name: 'a' }, { name: 'b' }], 'VOUCHSAFE_E2E_RUNS').map(({ driver, run }) => `${driver.name}/${run}`)

  it('has every driver run once before one runs again', () => {
    expect(plan()).toEqual(['a/1', 'b/1'])
    vi.stubEnv('VOUCHSAFE_E2E_RUNS', '2')
    expect(plan()).toEqual(['a/1', 'b/1', 'a/2', 'b/2'])
  })

  it('leaves out what was made, and who was not asked for', () => {
    vi.stubEnv('VOUCHSAFE_E2E_RUNS', '3')
    vi.stubEnv('VOUCHSAFE_E2E_MADE', 'a/1,b/3,c/2')
    expect(plan()).toEqual(['b/1', 'a/2', 'b/2', 'a/3'])
    vi.stubEnv('VOUCHSAFE_E2E_ONLY', 'b')
    expect(plan()).toEqual(['b/1', 'b/2'])
  })
})
