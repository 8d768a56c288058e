import { describe, expect, it } from 'vitest'
import { listFitted, readFitted } from './read-fitted.js'
import { readLines } from './read-lines.js'
import { recordingsFolder, recordingsIn } from './recordings.js'
import { isFitted, type Origin } from './split.js'

const folder = recordingsFolder()

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

  it.skipIf(!folder)('is listed as the split of the recordings has it (vitest -u writes the list anew)', async () => {
    const origins = (await Promise.all(recordingsIn(folder!).map(readOrigins))).flat()
    expect(origins.length).toBeGreaterThan(10_000)
    await expect(listFitted(origins)).toMatchFileSnapshot('fitted-users.txt')
    const { has } = readFitted()
    for (const origin of origins) expect(has(origin)).toBe(isFitted(origin))
  })
})
