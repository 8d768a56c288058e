import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { solves } from '../../shared/pow.js'
import { FakeMessageChannel } from './message-channel.fake.js'
import type { Command, Job, Port, Progress, Reply } from './messages.js'
import { jobOf } from './puzzles.js'
import { search } from './search.js'
import { serve } from './serve.js'

const seed = new Uint8Array(32).fill(3)
const easy = (count: number, budget = 10_000): Job => jobOf(seed, { count, difficulty: 200 }, budget, 1000)

/** Both ends of a line to a `serve` that runs here. */
function lineTo(start: (port: Port) => void) {
  const replies: Reply[] = []
  let heard = () => {}
  const port: Port = {
    onmessage: null,
    postMessage(reply) {
      replies.push(reply as Reply)
      heard()
    },
  }
  start(port)
  return {
    replies,
    progress: () => replies.filter((reply): reply is Progress => 'nonces' in reply),
    send: (command: Command) => port.onmessage?.({ data: command } as MessageEvent),
    /** Resolves once a reply satisfies the condition. */
    until: (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        heard = () => condition() && resolve()
        heard()
      }),
  }
}

const here = (find = search, slice = 8) => lineTo((port) => serve(port, find, slice, false))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const done = (line: ReturnType<typeof here>) => () => line.progress().some((reply) => reply.done)

beforeAll(() => {
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
  vi.stubGlobal('navigator', { userAgent: 'Test/1', languages: ['en', 'fr'], platform: 'x', hardwareConcurrency: 4 })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('serve', () => {
  it('greets first, without facts where it is no worker', () => {
    expect(here().replies).toEqual([{ facts: undefined }])
  })

  it('says what navigator says where it is a worker', () => {
    const [greeting] = lineTo((port) => serve(port, search, 8, true)).replies
    const facts = { userAgent: 'Test/1', languages: 'en,fr', platform: 'x', hardwareConcurrency: 4, webdriver: false }
    expect(greeting).toEqual({ facts })
  })

  it('solves every sub-puzzle and reports it', async () => {
    const line = here()
    line.send(easy(8))
    await line.until(done(line))
    const { nonces, id } = line.progress().at(-1)!
    expect(nonces.map((nonce, i) => solves(seed, i, nonce, 200))).toEqual(new Array(8).fill(true))
    expect(id).toBe(1000)
  })

  it('leaves what another workplace has solved', async () => {
    const line = here()
    line.send({ ...easy(3), nonces: [-1, 77, -1] })
    await line.until(done(line))
    expect(line.progress().at(-1)!.nonces[1]).toBe(77)
    expect(
      line
        .progress()
        .at(-1)!
        .nonces.every((nonce) => nonce >= 0),
    ).toBe(true)
  })

  it('stops at its budget with the rest undone', async () => {
    const line = here()
    line.send({ ...jobOf(seed, { count: 4, difficulty: 2 ** 31 }, 30, 0) })
    await line.until(done(line))
    const last = line.progress().at(-1)!
    expect(last.nonces).toEqual([-1, -1, -1, -1])
    expect(last.spent).toBeGreaterThanOrEqual(30)
  })

  it('rests while paused and goes on after', async () => {
    const line = here()
    line.send(jobOf(seed, { count: 1, difficulty: 2 ** 31 }, 10_000, 0))
    await line.until(() => line.progress().length > 1)
    line.send(false)
    await pause(20)
    const before = line.progress().length
    await pause(60)
    expect(line.progress().length).toBe(before)
    line.send(true)
    await line.until(() => line.progress().length > before)
    line.send(null)
  })

  it('drops its work when told to, and works on nothing but the latest job', async () => {
    const line = here()
    line.send({ ...jobOf(seed, { count: 1, difficulty: 2 ** 31 }, 10_000, 0), id: 1 })
    await line.until(() => line.progress().length > 0)
    line.send({ ...easy(2), id: 2 })
    await line.until(done(line))
    expect(line.progress().find((reply) => reply.done)?.id).toBe(2)
    const before = line.progress().length
    await pause(40)
    expect(line.progress().length).toBe(before)
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
    line.send(jobOf(seed, { count: 1, difficulty: 2 ** 31 }, 100, 0))
    await line.until(done(line))
    expect(Math.max(...spans)).toBeLessThanOrEqual(4)
  })

  it('works from its text alone, as the blob worker has it', async () => {
    const text = runInNewContext(`(${serve})`, { MessageChannel: FakeMessageChannel, performance, navigator: {} }) as typeof serve
    const line = lineTo((port) => text(port, search, 8, true))
    line.send(easy(2))
    await line.until(done(line))
    expect(
      line
        .progress()
        .at(-1)!
        .nonces.map((nonce, i) => solves(seed, i, nonce, 200)),
    ).toEqual([true, true])
  })
})
