import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkProof, powSeed, powText } from '../../shared/pow.js'
import { FakeMessageChannel } from './message-channel.fake.js'
import { type Command, type Port, PROTOCOL } from './messages.js'
import { search } from './search.js'
import { serve } from './serve.js'
import { createSolver, type SolveOptions, type Solver } from './solver.js'

const text = powText('challenge', 'thumbprint')
const seed = powSeed('challenge', 'thumbprint')
const facts = { userAgent: 'Test/1', languages: 'en', platform: 'x' }
const pow = { count: 8, difficulty: 100 }
const impossible = { count: 2, difficulty: 2 ** 31 }

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

/** What each kind of worker searches with: one that dies solves the first sub-puzzle before. */
const searchOf: Partial<Record<Manner, typeof search>> = {
  dies: (k, state, words, ...range) => (words[8] === 0 ? search(k, state, words, ...range) : -1),
}

/** How the pretended `Worker` behaves. */
type Manner = 'works' | 'refused' | 'fails' | 'silent' | 'dies' | 'outdated'

/** Workers that were made, and how many of them still live. */
let made: { urls: string[]; living: number; prevented: number }

function pretendWorker(manner: Manner) {
  const mine = made
  return class {
    onmessage: ((event: MessageEvent) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    readonly #inside: Port
    #dead = false
    constructor(url: string) {
      mine.urls.push(url)
      if (manner === 'refused') throw new DOMException('refused', 'SecurityError')
      mine.living++
      this.#inside = { onmessage: null, postMessage: (reply) => this.#tell(reply) }
      if (manner === 'fails') setTimeout(() => this.#fail(), 5)
      else if (manner === 'outdated') this.#tell({ protocol: PROTOCOL + 1, facts })
      else if (manner !== 'silent') serve(this.#inside, 8, facts, searchOf[manner] ?? search)
    }
    #tell(data: unknown) {
      setTimeout(() => this.#dead || this.onmessage?.({ data: structuredClone(data) } as MessageEvent))
    }
    #fail() {
      const event = new Event('error', { cancelable: true })
      this.onerror?.(event)
      if (event.defaultPrevented) mine.prevented++
    }
    postMessage(command: Command) {
      const isJob = command !== null && typeof command === 'object'
      this.#inside.onmessage?.({ data: command } as MessageEvent)
      if (manner === 'dies' && isJob) setTimeout(() => this.#fail(), 60)
    }
    terminate() {
      this.#dead = true
      this.#inside.onmessage?.({ data: null } as MessageEvent)
      mine.living--
    }
  }
}

let page: TestDocument
let solvers: Solver[]
/** What came to the page: `worker.js` as a script. */
const arrive = () => vi.stubGlobal('window', { vouchsafePow: (port: Port) => serve(port, 8) })

const start = (manner: Manner | 'none', worker?: string): Solver => {
  if (manner !== 'none') vi.stubGlobal('Worker', pretendWorker(manner))
  const solver = createSolver({ endpoint: 'https://attest.example', worker })
  solvers.push(solver)
  return solver
}
const options = (change: Partial<SolveOptions> = {}): SolveOptions => ({ budget: 5000, signal: new AbortController().signal, ...change })

beforeEach(() => {
  page = new TestDocument()
  solvers = []
  made = { urls: [], living: 0, prevented: 0 }
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', async () => new Response('the worker file'))
  arrive()
})
afterEach(() => {
  for (const solver of solvers) solver.stop()
  vi.unstubAllGlobals()
})

describe('createSolver', () => {
  it.each([
    ['a worker file', 'works', 'https://site.example/worker.js'],
    ['a blob worker', 'works', 'blob'],
    ['the page itself', 'none', 'none'],
    ['the page, where the worker is refused', 'refused', undefined],
    ['the page, where the worker file is none', 'fails', '/missing.js'],
    ['the page, where the worker file is of another version', 'outdated', '/old.js'],
  ] as const)('proves the work in %s', async (_name, manner, worker) => {
    const proof = await start(manner, worker).solve(text, pow, options())
    expect(checkProof(proof, seed, pow)).toEqual({ ok: true, value: 1 })
  })

  it('makes its worker of the attest-server’s file unless told otherwise, and of the site’s own where there is one', async () => {
    await start('works').facts
    await start('works', '/w.js').facts
    expect(made.urls).toEqual([expect.stringMatching(/^blob:/), '/w.js'])
  })

  it('does not wait longer than a second for a silent worker, and does not try a blob after a file', async () => {
    const began = performance.now()
    const solver = start('silent', '/w.js')
    expect(await solver.facts).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(1500)
    expect(made).toMatchObject({ urls: ['/w.js'], living: 0 })
  })

  it('tells what the worker says of itself', async () => {
    expect(await start('works').facts).toMatchObject({ userAgent: 'Test/1', languages: 'en' })
    expect(await start('none', 'none').facts).toBeUndefined()
  })

  it('goes on elsewhere when the worker dies at work, and keeps its failure from the page’s error handler', async () => {
    const solver = start('dies')
    const proof = await solver.solve(text, { count: 3, difficulty: 1000 }, options())
    expect(made.prevented).toBe(1)
    expect(checkProof(proof, seed, { count: 3, difficulty: 1000 })).toEqual({ ok: true, value: 1 })
  })

  it('works on the page where the worker file cannot be fetched', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
    const proof = await start('works').solve(text, pow, options())
    expect(checkProof(proof, seed, pow)).toEqual({ ok: true, value: 1 })
    expect(made.urls).toEqual([])
  })

  it('leaves all unfinished, within its budget, where its file comes by no way', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    vi.stubGlobal('window', {})
    const began = performance.now()
    const proof = await start('works').solve(text, pow, options({ budget: 200 }))
    expect(checkProof(proof, seed, pow)).toEqual({ ok: true, value: 0 })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('works again once its file has come', async () => {
    vi.stubGlobal('window', {})
    const solver = start('none', 'none')
    await solver.solve(text, pow, options({ budget: 50 }))
    arrive()
    expect(checkProof(await solver.solve(text, pow, options()), seed, pow)).toEqual({ ok: true, value: 1 })
  })

  it('gives less credit, not a fault, when the budget ends first', async () => {
    const mixed = await start('works').solve(text, impossible, options({ budget: 30 }))
    expect(checkProof(mixed, seed, impossible)).toEqual({ ok: true, value: 0 })
  })

  it.each(['works', 'none'] as const)('ends at once when the signal aborts (%s)', async (manner) => {
    const ending = new AbortController()
    const solver = start(manner, manner === 'none' ? 'none' : 'blob')
    const proof = solver.solve(text, impossible, options({ signal: ending.signal, budget: 1e6 }))
    setTimeout(() => ending.abort(), 30)
    expect(checkProof(await proof, seed, impossible)).toEqual({ ok: true, value: 0 })
    expect(checkProof(await solver.solve(text, impossible, options({ signal: AbortSignal.abort() })), seed, impossible).ok).toBe(true)
    expect(checkProof(await solver.solve(text, pow, options()), seed, pow)).toEqual({ ok: true, value: 1 })
  })

  it('rests while the page is hidden', async () => {
    page.hidden = true
    let shares = 0
    const proof = start('works').solve(text, pow, options({ progress: () => shares++ }))
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(shares).toBe(0)
    page.hide(false)
    expect(checkProof(await proof, seed, pow)).toEqual({ ok: true, value: 1 })
    expect(shares).toBeGreaterThan(0)
  })

  it('works on one proof after another', async () => {
    const solver = start('works')
    const other = powSeed('another', '')
    const proofs = await Promise.all([solver.solve(text, pow, options()), solver.solve(powText('another', ''), pow, options())])
    expect(checkProof(proofs[0], seed, pow)).toEqual({ ok: true, value: 1 })
    expect(checkProof(proofs[1], other, pow)).toEqual({ ok: true, value: 1 })
  })

  it('ends its worker and what is under way when stopped', async () => {
    const solver = start('works')
    const proof = solver.solve(text, impossible, options({ budget: 1e6 }))
    await solver.facts
    solver.stop()
    expect(checkProof(await proof, seed, impossible)).toEqual({ ok: true, value: 0 })
    await vi.waitFor(() => expect(made.living).toBe(0))
  })

  it('reports a share that never falls and ends at 1', async () => {
    const shares: number[] = []
    await start('none', 'none').solve(text, { count: 16, difficulty: 5000 }, options({ progress: (share) => shares.push(share) }))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})
