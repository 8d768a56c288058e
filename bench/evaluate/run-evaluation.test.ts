import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runEvaluation } from './run-evaluation.js'

let folder = ''
let said: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-evaluate-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A straight line of even steps for a bot; an uneven one that bends for a person. */
function session(label: 'human' | 'bot', user: number, seconds: number): string {
  const bend = label === 'bot' ? 0 : 1
  const events = Array.from({ length: 60 * seconds }, (_, i) => {
    const s = (i % 60) / 60
    const done = bend ? s ** 3 * (10 - 15 * s + 6 * s * s) : s
    return ['m', Math.round(16.7 * i), Math.round(800 * done), Math.round(300 * done + bend * 60 * Math.sin(3.1 * s + user))]
  })
  const about = { source: 'lab', label, kind: label === 'bot' ? 'line' : 'task', id: `${label}${user}/${seconds}`, user: `u${user}` }
  return JSON.stringify({ ...about, device: 'mouse', events, later: { fields: 1 } })
}

const sessions = () => [1, 2, 3, 4].flatMap((user) => [3, 12].flatMap((s) => [session('human', user, s), session('bot', user, s)]))

const evaluate = (more: object = {}) =>
  runEvaluation({ data: folder, json: join(folder, 'rows.json'), docs: join(folder, 'docs'), say: (line) => said.push(line), ...more })
const rows = () => JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8'))

const FIELDS = 'source,label,kind,device,minSeconds,n,auc,tpr01,tpr1,fpr,ece,challengedShare,blockedShare'

describe('an evaluation of a folder', () => {
  it('writes a row for all of each length and one for each group, with exactly the fields that others read', async () => {
    writeFileSync(join(folder, 'lab.ndjson'), `${sessions().join('\n')}\n`)
    expect(await evaluate()).toBe(true)
    for (const row of rows()) expect(Object.keys(row).join()).toBe(FIELDS)
    expect(rows().map(({ source, label, minSeconds, n }: Record<string, unknown>) => [source, label, minSeconds, n])).toEqual([
      ['all', 'all', 0, 16],
      ['all', 'all', 2, 16],
      ['all', 'all', 5, 8],
      ['all', 'all', 10, 8],
      ['all', 'all', 30, 0],
      ['lab', 'human', 0, 8],
      ['lab', 'bot', 0, 8],
    ])
    const [, , , ten, thirty, people, bots] = rows()
    expect(ten.auc).toBe(1)
    expect([thirty.auc, thirty.fpr, thirty.ece, thirty.challengedShare]).toEqual([null, null, null, null])
    expect([people.tpr1, people.fpr, bots.fpr, bots.ece]).toEqual([null, people.challengedShare, null, null])
    expect(existsSync(join(folder, 'docs'))).toBe(false)
  })

  it('says the same whether the files are packed or not, in the folder or in behaviour/ in it', async () => {
    writeFileSync(join(folder, 'lab.ndjson'), `${sessions().join('\n')}\n`)
    await evaluate()
    const plain = rows()
    rmSync(join(folder, 'lab.ndjson'))
    mkdirSync(join(folder, 'behaviour'))
    writeFileSync(join(folder, 'behaviour', 'lab.ndjson.gz'), gzipSync(sessions().join('\n')))
    await evaluate()
    expect(rows()).toEqual(plain)
  })

  it('leaves nobody out of a folder that no fit has seen', async () => {
    writeFileSync(join(folder, 'lab.ndjson'), sessions().join('\n'))
    await evaluate()
    expect(said[0]).toContain('16 recordings judged')
    expect(said[0]).toContain('0 left out')
  })

  it('defines no separation where there are only people', async () => {
    writeFileSync(join(folder, 'lab.ndjson'), session('human', 1, 12))
    await evaluate()
    expect(rows()[0]).toMatchObject({ n: 1, auc: null, tpr01: null, tpr1: null, fpr: 0, ece: null, challengedShare: 0, blockedShare: 0 })
  })

  it.each([
    ['is not JSON', '{"source":', 'not JSON'],
    ['is not an object', '7', 'not an object'],
    ['names no label', JSON.stringify({ source: 's', kind: 'k', id: 'i', user: 'u', device: 'mouse', events: [] }), '"label"'],
    ['holds an event without a time', session('human', 1, 2).replace('["m",0,', '["m","0",'), 'event 0'],
  ])('names the file and the line that %s', async (_, line, fault) => {
    writeFileSync(join(folder, 'lab.ndjson'), `${session('human', 1, 2)}\n\n${line}\n`)
    await expect(evaluate()).rejects.toThrow(`${join(folder, 'lab.ndjson')}, line 3: ${fault}`)
  })

  it('says that a folder holds no recordings', async () => {
    await expect(evaluate()).rejects.toThrow('holds no recordings')
    await expect(evaluate({ data: join(folder, 'nowhere') })).rejects.toThrow('holds no recordings')
  })

  it('says that a packed file is broken', async () => {
    writeFileSync(join(folder, 'lab.ndjson.gz'), gzipSync(sessions().join('\n')).subarray(0, 900))
    await expect(evaluate()).rejects.toThrow()
  })
})
