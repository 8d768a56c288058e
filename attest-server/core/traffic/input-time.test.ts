import { describe, expect, it } from 'vitest'
import { type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { overlapOf } from './input-time.js'

const none = Object.fromEntries(tallyKeys.map((key) => [key, 0])) as unknown as Tally
/** Ten minutes begin. */
const BEGUN = 6000

function startKey() {
  const { counters } = openMemoryStores()
  return (session: string, tally: Partial<Tally>, now: number) =>
    overlapOf({ tally: { ...none, ...tally }, key: 'key', session }, counters, now)
}

describe('the input of one key', () => {
  it('is at most one person’s, whose hands were in one tab after another all the time, as fast as mice and pages are', async () => {
    const say = startKey()
    for (let i = 0; i < 12; i++) {
      const now = BEGUN + 40 * (i + 1)
      expect(await say(`tab ${i}`, { elapsed: 40_000, moves: 40_000 }, now)).toBeLessThanOrEqual(1)
    }
  })

  it('counts once what a page says again', async () => {
    const say = startKey()
    const first = await say('tab', { elapsed: 10_000, presses: 100 }, BEGUN + 55)
    expect(first).toBeCloseTo(3 / 60)
    expect(await say('tab', { elapsed: 10_000, presses: 100 }, BEGUN + 55)).toBe(first)
    expect(await say('tab', { elapsed: 12_000, presses: 200 }, BEGUN + 55)).toBeCloseTo(2 * first)
  })

  it('is too much where forty pages were used at the same time', async () => {
    const say = startKey()
    let last = 0
    for (let i = 0; i < 40; i++) last = await say(`tab ${i}`, { elapsed: 20_000, moves: 5000, keys: 100 }, BEGUN + 30)
    expect(last).toBeCloseTo((40 * 6) / 35)
  })

  it('of pages that were there before says nothing: it may have come at any time', async () => {
    const say = startKey()
    for (let i = 0; i < 200; i++) expect(await say(`tab ${i}`, { elapsed: 31_000, moves: 30_000 }, BEGUN + 30)).toBe(0)
  })

  it('is none where there was none', async () => {
    const say = startKey()
    for (let i = 0; i < 99; i++) expect(await say(`tab ${i}`, { elapsed: 1000 }, BEGUN + 5)).toBe(0)
  })
})
