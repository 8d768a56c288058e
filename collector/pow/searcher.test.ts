import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { powSeed, powText, solves } from '../../shared/pow.js'
import { FakeMessageChannel } from '../environment/message-channel.fake.js'
import { search } from './search.js'
import { type Job, type Progress, startSearcher } from './searcher.js'

const text = powText('challenge', 'thumbprint')
const seed = powSeed('challenge', 'thumbprint')
const jobOf = (count: number, difficulty: number, budget: number, start = 0): Job => ({
  text,
  count,
  difficulty,
  start,
  budget,
})
const easy = (count: number, start = 1000): Job => jobOf(count, 200, 10_000, start)
const IMPOSSIBLE = 2 ** 31

/** A searcher, and what it has told. */
function here(find = search, slice = 8) {
  const searcher = startSearcher(slice, find)
  const told: Progress[] = []
  let heard = () => {}
  const hear = (news: Progress) => {
    told.push(news)
    heard()
  }
  return {
    told,
    work: (job: Job | null, listen = hear) => searcher.work(job, listen),
    rest: searcher.rest,
    /** Resolves once what was told satisfies the condition. */
    until: (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        heard = () => condition() && resolve()
        heard()
      }),
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const done = (line: ReturnType<typeof here>) => () => line.told.some((news) => news.done)

beforeAll(() => {
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('a searcher', () => {
  it('solves every sub-puzzle and reports it', async () => {
    const line = here()
    line.work(easy(8))
    await line.until(done(line))
    const { nonces } = line.told.at(-1)!
    expect(nonces.map((nonce, i) => solves(seed, i, nonce, 200))).toEqual(new Array(8).fill(true))
    expect(nonces.every((nonce) => nonce >= 1000)).toBe(true)
  })

  it('stops at its budget with the rest undone', async () => {
    const line = here()
    line.work(jobOf(4, IMPOSSIBLE, 30))
    await line.until(done(line))
    const last = line.told.at(-1)!
    expect(last.nonces).toEqual([-1, -1, -1, -1])
    expect(last.spent).toBeGreaterThanOrEqual(30)
  })

  it('rests while paused and goes on after', async () => {
    const line = here()
    line.work(jobOf(1, IMPOSSIBLE, 10_000))
    await line.until(() => line.told.length > 1)
    line.rest(true)
    await pause(20)
    const before = line.told.length
    await pause(60)
    expect(line.told.length).toBe(before)
    line.rest(false)
    await line.until(() => line.told.length > before)
    line.work(null)
  })

  it('drops its work when told to, and works on nothing but the latest job', async () => {
    const line = here()
    line.work(jobOf(1, IMPOSSIBLE, 10_000, 1))
    await line.until(() => line.told.length > 0)
    const later: Progress[] = []
    line.work(easy(2, 2), (news) => later.push(news))
    await vi.waitFor(() => expect(later.at(-1)).toMatchObject({ done: true, nonces: { length: 2 } }))
    expect(line.told.some((news) => news.done)).toBe(false)
    const before = line.told.length
    await pause(40)
    expect(line.told.length).toBe(before)
  })

  it('never tries more than a few milliseconds of nonces at a time, however slow the machine', async () => {
    const spans: number[] = []
    // 0.1 ms for each nonce: a fiftieth of a phone's speed.
    const slow: typeof search = (_k, _state, _words, _target, nonce, end) => {
      const until = performance.now() + 0.1 * (end - nonce)
      while (performance.now() < until);
      spans.push(0.1 * (end - nonce))
      return -1
    }
    const line = here(slow)
    line.work(jobOf(1, IMPOSSIBLE, 100))
    await line.until(done(line))
    expect(Math.max(...spans)).toBeLessThanOrEqual(4)
  })
})
