import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_CARD } from '../../shared/wire/evidence.js'
import { type ProvedChallenge, serverTime } from '../environment/attesting-environment.js'
import { createEnvironment } from '../environment/create-environment.js'
import type { Summarise } from '../start-senses.js'
import { type AttemptParts, attempt } from './attempt.js'
import { createProofs, isFresh } from './proofs.js'

/** What the pretended server does with one call after another; `ok` when the list is at its end. `ask`: for some of the trace. */
type Step = 'ok' | 'ask' | 'drop' | 'garbage' | 'hang' | { status: number; code?: string; retry?: boolean }

let server: Server
let steps: Step[]
let calls: string[]
let bodies: object[]

const answers: Record<string, object> = {
  '/v1/challenge': { challenge: 'c', nonce: 'n', session: 's', now: 1000, expiresIn: 300, pow: { count: 1, difficulty: 1 }, enforce: true },
  '/v1/attest': { token: 't', action: 'allow', expiresIn: 120 },
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  calls.push(path)
  bodies.push(JSON.parse((await request.toArray()).join('')))
  response.setHeader('connection', 'close')
  const step = steps.shift() ?? 'ok'
  if (step === 'hang') return
  if (step === 'drop') request.socket.destroy()
  else if (step === 'garbage') response.end('<h1>no</h1>')
  else if (step === 'ok') response.end(JSON.stringify(answers[path]))
  else if (step === 'ask') response.end(JSON.stringify({ reveal: 'r', slices: [1, 2] }))
  else response.writeHead(step.status).end(step.code ? JSON.stringify(step) : 'text')
}

beforeEach(async () => {
  steps = []
  calls = []
  bodies = []
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function makeParts(): AttemptParts {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const environment = createEnvironment({ endpoint, deviceKey: async () => undefined, solve: async () => 'AAAA' })
  let session: string | undefined
  const memory = {
    read: () => session,
    write(value: string) {
      session = value
    },
  }
  const proofs = createProofs({ key: 'pk_test', session: memory, attesting: () => environment })
  const open = async (asked: readonly number[]) => ({ slices: asked.map((index) => `slice ${index}`), path: 'p' })
  const summarise: Summarise = async () => ({ tells: '', features: '', tally: [], card: NO_CARD, llr: 0, trace: 't', open })
  let seq = 0
  return { origin: 'https://a.example', proofs, observe: async () => summarise, nextSeq: () => seq++ }
}

const run = (signal = new AbortController().signal, parts = makeParts()) => attempt(parts, { action: 'view', round: 0 }, signal)
const refused = (code: string, retry: boolean): Step => ({ status: 403, code, retry })

describe('an attempt', () => {
  it('ends in a verdict', async () => {
    expect(await run()).toEqual({ ok: true, value: answers['/v1/attest'] })
    expect(calls).toEqual(['/v1/challenge', '/v1/attest'])
  })

  it('takes a new challenge, once, when the problem says that this can help', async () => {
    steps = ['ok', refused('challenge-used', true)]
    expect((await run()).ok).toBe(true)
    expect(calls).toHaveLength(4)
  })

  it('does not try again when the problem says that it cannot', async () => {
    steps = [refused('origin-not-allowed', false)]
    expect(await run()).toMatchObject({ ok: false, error: { status: 'refused', problem: 'origin-not-allowed' } })
    expect(calls).toHaveLength(1)
  })

  it('hands the same evidence in once more, with what is asked for of its trace', async () => {
    steps = ['ok', 'ask']
    expect(await run()).toEqual({ ok: true, value: answers['/v1/attest'] })
    expect(calls).toEqual(['/v1/challenge', '/v1/attest', '/v1/attest'])
    expect(bodies[1]).toEqual({ challenge: 'c', unsigned: expect.objectContaining({ trace: 't' }) })
    expect(bodies[1]).not.toHaveProperty('unsigned.open')
    expect(bodies[2]).toEqual({ ...bodies[1], reveal: 'r', slices: ['slice 1', 'slice 2'], path: 'p' })
  })

  it('shows no more of its trace to whoever asks again', async () => {
    steps = ['ok', 'ask', 'ask']
    expect(await run()).toEqual({ ok: false, error: { status: 'unavailable', retry: false } })
    expect(calls).toHaveLength(3)
  })

  it('takes a new challenge where what was asked for comes too late', async () => {
    steps = ['ok', 'ask', refused('challenge-expired', true), 'ok', 'ask']
    expect((await run()).ok).toBe(true)
    expect(calls).toHaveLength(6)
  })

  it('ends in a timeout where there is no answer to what was asked for', async () => {
    steps = ['ok', 'ask', 'hang']
    expect(await run(AbortSignal.timeout(200))).toMatchObject({ ok: false, error: { status: 'timeout' } })
  })

  it('ends in `failed` where it has committed to nothing, and is asked all the same', async () => {
    steps = ['ok', 'ask']
    const observe = async (): Promise<Summarise> => async () => ({ tells: '', features: '', tally: [], card: NO_CARD, llr: 0 })
    expect(await run(undefined, { ...makeParts(), observe })).toMatchObject({ ok: false, error: { status: 'failed' } })
  })

  it('ends in a timeout when its signal aborts', async () => {
    steps = ['ok', 'hang']
    expect(await run(AbortSignal.timeout(100))).toMatchObject({ ok: false, error: { status: 'timeout' } })
  })

  it('ends in a timeout when a part of ours hangs', async () => {
    const parts = { ...makeParts(), observe: () => new Promise<Summarise>(() => {}) }
    expect(await run(AbortSignal.timeout(100), parts)).toMatchObject({ ok: false, error: { status: 'timeout' } })
  })

  it('ends in `failed` when a part of ours throws', async () => {
    const observe = async () => () => {
      throw new TypeError('a bug')
    }
    expect(await run(undefined, { ...makeParts(), observe })).toMatchObject({ ok: false, error: { status: 'failed' } })
  })

  it('ends, after four calls at the most, whatever the server does', async () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.constantFrom<Step>('ok', 'drop', 'garbage'),
      fc.record({
        status: fc.constantFrom(400, 403, 409, 429, 500, 503),
        code: fc.option(fc.string(), { nil: undefined }),
        retry: fc.boolean(),
      }) as fc.Arbitrary<Step>,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (list) => {
        steps = list
        calls = []
        const result = await run(AbortSignal.timeout(5000))
        expect(calls.length).toBeLessThanOrEqual(4)
        expect(result.ok || ['refused', 'unreachable', 'unavailable'].includes(result.error.status)).toBe(true)
      }),
      { numRuns: 12 },
    )
  }, 20_000)
})

describe('a proof', () => {
  const challenge = { ...answers['/v1/challenge'], now: 1000, expiresIn: 100 } as ProvedChallenge['challenge']
  const aged = (seconds: number): ProvedChallenge => ({ challenge, pow: '', received: Date.now() - 1000 * seconds })

  it('is fresh for most of its challenge’s life', () => {
    expect([0, 79, 81, 3600, -60].map((age) => isFresh(aged(age)))).toEqual([true, true, false, false, false])
  })

  it('tells the server’s time by the server’s clock', () => {
    expect(serverTime(aged(0))).toBe(1000)
    expect(serverTime(aged(42))).toBe(1042)
  })

  it('made ahead is used once', async () => {
    const parts = makeParts()
    await parts.proofs.prepare(() => ({ signal: new AbortController().signal, end() {} }))
    await run(undefined, parts)
    await run(undefined, parts)
    expect(calls).toEqual(['/v1/challenge', '/v1/attest', '/v1/challenge', '/v1/attest'])
  })

  it('is not made ahead again and again while the server is in trouble', async () => {
    steps = ['drop', 'drop', 'drop']
    const { proofs } = makeParts()
    const deadline = () => ({ signal: new AbortController().signal, end() {} })
    for (let i = 0; i < 3; i++) await proofs.prepare(deadline)
    expect(calls).toHaveLength(1)
  })
})
