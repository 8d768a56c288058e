import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadFleet } from './load-fleet.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const line = (driver: string, kind: 'bot' | 'person', observations: Readonly<Record<string, unknown>>) =>
  `${JSON.stringify({ driver, kind, observations, seconds: 12 })}\n`

describe('loading a fleet', () => {
  it('makes an example of each visit, a group of each driver, and reads features only', () => {
    const bow = { 'input.movement-bow': 0.1, 'tell.webdriver': 1, 'input.unheard-of': 3, 'input.movement-jerk': null }
    writeFileSync(join(folder, 'a.ndjson'), line('xdotool', 'bot', bow) + line('xdotool', 'bot', {}))
    writeFileSync(join(folder, 'b.ndjson'), line('reader', 'person', {}))
    writeFileSync(join(folder, 'notes.txt'), 'not a record')
    const examples = loadFleet(folder)
    expect(examples.map(({ label, group }) => [label, group])).toEqual([
      ['bot', 'fleet/xdotool'],
      ['bot', 'fleet/xdotool'],
      ['human', 'fleet/reader'],
    ])
    expect([...examples[0]!.values]).toEqual([['input.movement-bow', 0.1]])
    expect(new Set(examples.map(({ visit }) => visit)).size).toBe(3)
  })
})
