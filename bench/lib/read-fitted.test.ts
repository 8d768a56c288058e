import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listFitted, readFitted } from './read-fitted.js'
import { readLines } from './read-lines.js'
import { recordingsFolder, recordingsIn } from './recordings.js'
import { isFitted, type Origin } from './split.js'

const folder = recordingsFolder()
const list = readFileSync(new URL('./fitted-users.txt', import.meta.url), 'utf8')

/** Only what stands before the events: the rest is long. */
async function readOrigins(path: string): Promise<Origin[]> {
  const origins: Origin[] = []
  for await (const line of readLines(path)) if (line) origins.push(JSON.parse(line.replace(/,"events":.*$/, '}')))
  return origins
}

describe('who was fitted', () => {
  it('is nobody of a source that no fit has seen, whatever the split would say', () => {
    const users = Array.from({ length: 50 }, (_, i) => ({ source: 'elsewhere', user: `u${i}`, label: 'human', kind: 'task' }) as const)
    expect(users.some(isFitted)).toBe(true)
    expect(users.some(readFitted().has)).toBe(false)
    expect(readFitted().hasSource('elsewhere')).toBe(false)
  })

  it('is whom the list names, also where the split of today would not', () => {
    const { has } = readFitted(listFitted([{ source: 'balabit', user: 'user9' }]))
    expect(isFitted({ source: 'balabit', user: 'user9', label: 'human', kind: 'task' })).toBe(false)
    expect(has({ source: 'balabit', user: 'user9' })).toBe(true)
    expect(has({ source: 'balabit', user: 'user7' })).toBe(false)
  })

  it('is listed in one order and once each, without a name', () => {
    const seen = ['ann', 'bob', 'eve'].flatMap((user) => [
      { source: 'b', user },
      { source: 'a', user },
    ])
    const text = listFitted(seen)
    expect(listFitted([...[...seen].reverse(), ...seen])).toBe(text)
    expect(text).toMatch(/^a( [0-9a-z]+){3}\nb( [0-9a-z]+){3}\n$/)
    expect(text).not.toMatch(/ann|bob|eve/)
  })

  it.skipIf(!folder)('is whom the split of the recordings gives to the fit', async () => {
    const origins = (await Promise.all(recordingsIn(folder!).map(readOrigins))).flat()
    expect(origins.length).toBeGreaterThan(10_000)
    const stale = 'the tables were fitted by another split, or on other recordings: refit (npm run calibrate)'
    expect(listFitted(origins.filter(isFitted)) === list, stale).toBe(true)
    const { has } = readFitted()
    for (const origin of origins) expect(has(origin), stale).toBe(isFitted(origin))
  })
})
