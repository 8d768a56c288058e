import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFitted } from '../lib/split.js'
import { loadFleet } from './load-fleet.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const line = (about: object) =>
  `${JSON.stringify({ driver: 'xdotool', kind: 'bot', run: 1, replays: [], observations: {}, seconds: 12, ...about })}\n`
const write = (...lines: readonly object[]) => writeFileSync(join(folder, 'a.ndjson'), lines.map(line).join(''))

const usersOf = (source: string) => Array.from({ length: 50 }, (_, i) => ({ source, user: `user${i}` }))
const fits = (one: { source: string; user: string }) => isFitted({ ...one, label: 'human', kind: 'task' })
const fitted = usersOf('sapimouse').find(fits)!
const judged = usersOf('sapimouse').find((one) => !fits(one))!

describe('loading a fleet', () => {
  it('makes a group of each driver, and reads features only', () => {
    const bow = { 'input.movement-bow': 0.1, 'tell.webdriver': 1, 'input.unheard-of': 3, 'input.movement-jerk': null }
    write({ observations: bow }, { run: 2 })
    writeFileSync(join(folder, 'b.ndjson'), line({ driver: 'reader', kind: 'person' }))
    writeFileSync(join(folder, 'notes.txt'), 'not a record')
    const { examples } = loadFleet(folder)
    expect(examples.map(({ label, group }) => [label, group])).toEqual([
      ['bot', 'fleet/xdotool'],
      ['bot', 'fleet/xdotool'],
      ['human', 'fleet/reader'],
    ])
    expect([...examples[0]!.values]).toEqual([['input.movement-bow', 0.1]])
    expect(new Set(examples.map(({ visit }) => visit)).size).toBe(3)
  })

  it('takes the verdicts of one run for readings of one visit by one user', () => {
    write({ run: 1 }, { run: 2 }, { run: 1 })
    const { examples } = loadFleet(folder)
    expect(examples.map(({ user, visit, share }) => [user, visit, share])).toEqual([
      ['xdotool/1', 'xdotool/1', 0.5],
      ['xdotool/2', 'xdotool/2', 1],
      ['xdotool/1', 'xdotool/1', 0.5],
    ])
  })

  it('leaves out whoever replays a recording that may not be fitted, also beside one that may, and a bot as well', () => {
    const person = { driver: 'reader', kind: 'person' }
    const rest = { source: 'aalto-keystrokes', user: 'p1' }
    for (const about of [
      { ...person, replays: [rest] },
      { ...person, replays: [fitted, { source: 'balabit', user: 'user9' }] },
      { ...person, replays: [judged] },
      { driver: 'replay', replays: [fitted, rest] },
    ]) {
      write(about)
      expect(loadFleet(folder)).toEqual({ examples: [], seen: [] })
    }
  })

  it('takes whoever replays what may be fitted, and says whom', () => {
    write({ driver: 'reader', kind: 'person', replays: [fitted] })
    const { examples, seen } = loadFleet(folder)
    expect(examples).toHaveLength(1)
    expect(seen).toEqual([fitted])
  })

  it.each(['run', 'replays'])('refuses a line that does not say %s, by file and line', (field) => {
    write({}, { [field]: undefined })
    expect(() => loadFleet(folder)).toThrow(`${join(folder, 'a.ndjson')}, line 2`)
  })
})
