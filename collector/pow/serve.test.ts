import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { powSeed, powText, solves } from '../../shared/pow.js'
import { FakeMessageChannel } from './message-channel.fake.js'
import { type Command, type Job, type Port, PROTOCOL, type Progress, type Reply } from './messages.js'
import { search } from './search.js'
import { serve } from './serve.js'

const text = powText('challenge', 'thumbprint')
const seed = powSeed('challenge', 'thumbprint')
const jobOf = (count: number, difficulty: number, budget: number, start = 0): Job => ({
  text,
  count,
  difficulty,
  nonces: new Array(count).fill(-1),
  start,
  budget,
})
const easy = (count: number, start = 1000): Job => jobOf(count, 200, 10_000, start)
const IMPOSSIBLE = 2 ** 31
const facts = { userAgent: 'Test/1', languages: 'en,fr', platform: 'x' }

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

const here = (find = search, slice = 8) => lineTo((port) => serve(port, slice, undefined, find))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const done = (line: ReturnType<typeof here>) => () => line.progress().some((reply) => reply.done)

beforeAll(() => {
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('serve', () => {
  it('greets first, with its version and, where it is a worker, its facts', () => {
    expect(here().replies).toEqual([{ protocol: PROTOCOL }])
    expect(lineTo((port) => serve(port, 8, facts)).replies).toEqual([{ protocol: PROTOCOL, facts }])
  })

  it('solves every sub-puzzle and reports it', async () => {
    const line = here()
    line.send(easy(8))
    await line.until(done(line))
    const { nonces, start } = line.progress().at(-1)!
    expect(nonces.map((nonce, i) => solves(seed, i, nonce, 200))).toEqual(new Array(8).fill(true))
    expect(start).toBe(1000)
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
    line.send(jobOf(4, IMPOSSIBLE, 30))
    await line.until(done(line))
    const last = line.progress().at(-1)!
    expect(last.nonces).toEqual([-1, -1, -1, -1])
    expect(last.spent).toBeGreaterThanOrEqual(30)
  })

  it('rests while paused and goes on after', async () => {
    const line = here()
    line.send(jobOf(1, IMPOSSIBLE, 10_000))
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
    line.send(jobOf(1, IMPOSSIBLE, 10_000, 1))
    await line.until(() => line.progress().length > 0)
    line.send(easy(2, 2))
    await line.until(done(line))
    expect(line.progress().find((reply) => reply.done)?.start).toBe(2)
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
    line.send(jobOf(1, IMPOSSIBLE, 100))
    await line.until(done(line))
    expect(Math.max(...spans)).toBeLessThanOrEqual(4)
  })
})
