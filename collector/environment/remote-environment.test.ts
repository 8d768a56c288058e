import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkProof, powSeed } from '../../shared/pow.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import { deviceKeyOf, generateKeyPair } from '../device-key/device-key.js'
import { createSolver } from '../pow/solver.js'
import type { AttestingEnvironment } from './attesting-environment.js'
import { type Port, PROTOCOL } from './messages.js'
import { waysTo } from './place.js'
import { createRemoteEnvironment, type RemoteEnvironment } from './remote-environment.js'
import { serveEnvironment } from './serve.js'
import { FakeMessageChannel } from './testing/fake-message-channel.js'
import { fakeWorker, type MadeWorkers, type Manner, noKey } from './testing/fake-worker.js'

const claims = { action: 'view' } as EvidenceClaims
const request = { siteKey: 'pk_test' }

class TestDocument extends EventTarget {
  hidden = false
  /** No script that is put in here ever comes. */
  readonly documentElement = { appendChild: () => {} }
  createElement() {
    return {}
  }
  hide(hidden: boolean) {
    this.hidden = hidden
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let server: Server
let endpoint: string
let calls: string[]
let pow: { count: number; difficulty: number }
/** To posts of evidence; a verdict when the list is at its end. */
let answers: object[]
let page: TestDocument
let environments: RemoteEnvironment[]
let made: MadeWorkers

/** What came to the page: `worker.js` as a script. */
const arrive = () => vi.stubGlobal('window', { vouchsafeAttest: (port: Port) => serveEnvironment(port, createSolver(8), undefined, noKey) })

const alone: AttestingEnvironment = {
  prove: async () => ({ ok: false, error: { status: 'failed', retry: false, problem: 'unavailable' } }),
}

function start(manner: Manner | 'none', worker?: string): RemoteEnvironment {
  if (manner !== 'none') vi.stubGlobal('Worker', fakeWorker(manner, made))
  const environment = createRemoteEnvironment(endpoint, waysTo({ endpoint, worker }), alone)
  environments.push(environment)
  return environment
}

const forEver = () => new AbortController().signal

async function proofOf(environment: RemoteEnvironment, signal = forEver()) {
  const result = await environment.prove(request, signal)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const share = ({ pow: proof }: { pow: string }) => checkProof(proof, powSeed('n', ''), pow)

beforeEach(async () => {
  page = new TestDocument()
  environments = []
  calls = []
  answers = []
  pow = { count: 4, difficulty: 50 }
  made = { urls: [], living: 0, prevented: 0 }
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
  vi.stubGlobal('document', page)
  arrive()
  server = createServer((incoming, response) => {
    calls.push(incoming.url ?? '')
    const challenge = { challenge: 'c', nonce: 'n', session: 's', now: 1000, expiresIn: 300, pow, enforce: true }
    response.setHeader('connection', 'close')
    const verdict = { token: 't', action: 'allow', expiresIn: 120 }
    response.end(JSON.stringify(incoming.url === '/v1/challenge' ? challenge : (answers.shift() ?? verdict)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  for (const environment of environments) environment.stop()
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('a remote attesting environment', () => {
  it.each([
    ['a worker file', 'works', 'https://site.example/worker.js'],
    ['a blob worker', 'works', 'blob'],
    ['the page itself', 'none', 'none'],
    ['the page, where the worker is refused', 'refused', undefined],
    ['the page, where the worker file is none', 'fails', '/missing.js'],
    ['the page, where the worker file is of another version', 'outdated', '/old.js'],
  ] as const)('proves and redeems in %s', async (_name, manner, worker) => {
    const proof = await proofOf(start(manner, worker))
    expect(share(proof)).toEqual({ ok: true, value: 1 })
    expect(await proof.redeem(claims, forEver())).toMatchObject({ ok: true, value: { token: 't' } })
    expect(calls).toEqual(['/v1/challenge', '/v1/attest'])
  })

  it('makes its worker of its own text unless told otherwise, and of the site’s file where there is one', async () => {
    start('works')
    start('works', '/w.js')
    expect(made.urls).toEqual([expect.stringMatching(/^blob:/), '/w.js'])
  })

  it('does not wait much longer than two seconds for a silent worker, and does not try a blob after a file', async () => {
    const began = performance.now()
    expect(share(await proofOf(start('silent', '/w.js')))).toEqual({ ok: true, value: 1 })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(made).toMatchObject({ urls: ['/w.js'], living: 0 })
  })

  it.each([
    ['works', undefined, { userAgent: 'Test/1', languages: 'en' }],
    ['none', 'none', undefined],
    ['dies', undefined, undefined],
    ['outdated', '/old.js', undefined],
  ] as const)('tells with its first proof what the worker says of itself (%s)', async (manner, worker, said) => {
    const environment = start(manner, worker)
    await proofOf(environment)
    if (said) expect(await environment.facts).toMatchObject(said)
    else expect(await environment.facts).toBeUndefined()
  })

  it('does alone what no place can do, the last one dying over it', async () => {
    vi.stubGlobal('window', { vouchsafeAttest: (port: Port) => void setTimeout(() => port.postMessage({ protocol: PROTOCOL - 1 })) })
    expect(await start('none', 'none').prove(request, forEver())).toMatchObject({ ok: false, error: { problem: 'unavailable' } })
  })

  it('goes on elsewhere when the worker dies at work, and keeps its failure from the page’s error handler', async () => {
    expect(share(await proofOf(start('dies')))).toEqual({ ok: true, value: 1 })
    expect(made.prevented).toBe(1)
  })

  it('goes on elsewhere when the worker falls silent', async () => {
    expect(share(await proofOf(start('falls-silent')))).toEqual({ ok: true, value: 1 })
    expect(made.living).toBe(0)
  })

  it('asks the page’s own thread next where a worker’s requests reach no server', async () => {
    const environment = start('deaf')
    expect(await environment.prove(request, forEver())).toMatchObject({ ok: false, error: { status: 'unreachable', retry: true } })
    expect(share(await proofOf(environment))).toEqual({ ok: true, value: 1 })
  })

  it('does alone what can be done without a place, and tries again', async () => {
    vi.stubGlobal('window', {})
    const environment = start('none', 'none')
    expect(await environment.prove(request, forEver())).toMatchObject({ ok: false, error: { problem: 'unavailable' } })
    arrive()
    expect(share(await proofOf(environment))).toEqual({ ok: true, value: 1 })
  }, 10_000)

  it.each(['works', 'none'] as const)('ends at once when the signal aborts (%s)', async (manner) => {
    pow = { count: 2, difficulty: 2 ** 31 }
    const ending = new AbortController()
    const environment = start(manner, manner === 'none' ? 'none' : 'blob')
    const proof = environment.prove(request, ending.signal)
    setTimeout(() => ending.abort(), 30)
    await expect(proof).rejects.toBeUndefined()
    await expect(environment.prove(request, AbortSignal.abort())).rejects.toBeUndefined()
    pow = { count: 2, difficulty: 50 }
    expect(share(await proofOf(environment))).toEqual({ ok: true, value: 1 })
  })

  it('rests while the page is hidden', async () => {
    page.hidden = true
    let done = false
    const proof = proofOf(start('works')).then((value) => {
      done = true
      return value
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(done).toBe(false)
    page.hide(false)
    expect(share(await proof)).toEqual({ ok: true, value: 1 })
  })

  it('works again when an order has ended while the page was hidden', async () => {
    pow = { count: 2, difficulty: 2 ** 31 }
    const environment = start('works')
    const ending = new AbortController()
    const given = environment.prove(request, ending.signal).catch(() => 'given up')
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    page.hide(true)
    ending.abort()
    expect(await given).toBe('given up')
    page.hide(false)
    pow = { count: 2, difficulty: 50 }
    expect(share(await proofOf(environment))).toEqual({ ok: true, value: 1 })
  })

  it('tells how far the work is where anybody asks', async () => {
    const shares: number[] = []
    await start('works').prove(request, forEver(), (done) => shares.push(done))
    expect(shares.at(-1)).toBe(1)
  })

  it('takes many orders at once', async () => {
    const environment = start('works')
    const proofs = await Promise.all(Array.from({ length: 5 }, () => proofOf(environment)))
    expect(proofs.map(share)).toEqual(proofs.map(() => ({ ok: true, value: 1 })))
    expect((await Promise.all(proofs.map((proof) => proof.redeem(claims, forEver())))).every(({ ok }) => ok)).toBe(true)
  })

  it('redeems a proof once', async () => {
    const proof = await proofOf(start('works'))
    await proof.redeem(claims, forEver())
    expect(await proof.redeem(claims, forEver())).toEqual({ ok: false, error: { status: 'unavailable', retry: true } })
  })

  it.each(['works', 'none'] as const)(
    'hands in what is asked for of the trace, for the same proof, and then no more (%s)',
    async (manner) => {
      const proof = await proofOf(start(manner, manner === 'none' ? 'none' : 'blob'))
      answers = [{ reveal: 'r', slices: [0] }]
      expect(await proof.redeem(claims, forEver())).toEqual({ ok: true, value: { reveal: 'r', slices: [0] } })
      const revealed = { reveal: 'r', slices: ['s'], path: 'p' }
      expect(await proof.redeem(revealed, forEver())).toMatchObject({ ok: true, value: { token: 't' } })
      expect(await proof.redeem(revealed, forEver())).toMatchObject({ ok: false, error: { status: 'unavailable' } })
      expect(calls).toEqual(['/v1/challenge', '/v1/attest', '/v1/attest'])
    },
  )

  it('has a proof of possession signed where the key is, and has none where there is no key', async () => {
    const said = { jti: 'j', htm: 'GET', htu: 'https://shop.example/', iat: 1, ath: 'a' }
    const key = await deviceKeyOf(await generateKeyPair())
    vi.stubGlobal('window', { vouchsafeAttest: (port: Port) => serveEnvironment(port, createSolver(8), undefined, async () => key) })
    const proof = (await start('none', 'none').signDpop(said)) ?? ''
    const read = (part: number) => JSON.parse(Buffer.from(proof.split('.')[part] ?? '', 'base64url').toString())
    expect([read(0), read(1)]).toEqual([{ alg: 'ES256', typ: 'dpop+jwt', jwk: key.jwk }, said])
    expect(await start('works').signDpop(said)).toBeUndefined()
  })

  it('ends its worker when stopped', async () => {
    const environment = start('works')
    await vi.waitFor(() => expect(made.living).toBe(1))
    environment.stop()
    await vi.waitFor(() => expect(made.living).toBe(0))
  })
})
