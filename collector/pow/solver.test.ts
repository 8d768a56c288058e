import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkProof, powSeed, powText } from '../../shared/pow.js'
import { FakeMessageChannel } from '../environment/testing/fake-message-channel.js'
import { search } from './search.js'
import { solveNothing } from './solve-nothing.js'
import { createSolver, type SolveOptions } from './solver.js'

const text = powText('challenge', 'thumbprint')
const seed = powSeed('challenge', 'thumbprint')
const pow = { count: 8, difficulty: 100 }
const impossible = { count: 2, difficulty: 2 ** 31 }

const options = (change: Partial<SolveOptions> = {}): SolveOptions => ({ budget: 5000, signal: new AbortController().signal, ...change })
const start = () => createSolver(8)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(() => {
  vi.stubGlobal('MessageChannel', FakeMessageChannel)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('createSolver', () => {
  it('proves the work', async () => {
    const proof = await start().solve(text, pow, options())
    expect(checkProof(proof, seed, pow)).toEqual({ ok: true, value: 1 })
  })

  it('gives less credit, not a fault, when the budget ends first', async () => {
    const proof = await start().solve(text, impossible, options({ budget: 30 }))
    expect(checkProof(proof, seed, impossible)).toEqual({ ok: true, value: 0 })
  })

  it('ends at once when the signal aborts, and works on', async () => {
    const ending = new AbortController()
    const solver = start()
    const proof = solver.solve(text, impossible, options({ signal: ending.signal, budget: 1e6 }))
    setTimeout(() => ending.abort(), 30)
    expect(checkProof(await proof, seed, impossible)).toEqual({ ok: true, value: 0 })
    expect(checkProof(await solver.solve(text, impossible, options({ signal: AbortSignal.abort() })), seed, impossible).ok).toBe(true)
    expect(checkProof(await solver.solve(text, pow, options()), seed, pow)).toEqual({ ok: true, value: 1 })
  })

  it('works on one proof after another', async () => {
    const solver = start()
    const other = powSeed('another', '')
    const proofs = await Promise.all([solver.solve(text, pow, options()), solver.solve(powText('another', ''), pow, options())])
    expect(checkProof(proofs[0], seed, pow)).toEqual({ ok: true, value: 1 })
    expect(checkProof(proofs[1], other, pow)).toEqual({ ok: true, value: 1 })
  })

  it('rests when told to', async () => {
    let shares = 0
    const solver = start()
    solver.rest(true)
    const proof = solver.solve(text, pow, options({ progress: () => shares++ }))
    await pause(80)
    expect(shares).toBe(0)
    solver.rest(false)
    expect(checkProof(await proof, seed, pow)).toEqual({ ok: true, value: 1 })
    expect(shares).toBeGreaterThan(0)
  })

  it('ends at once also while it rests, whether the signal aborts then or had before', async () => {
    const solver = start()
    solver.rest(true)
    const ending = new AbortController()
    const proofs = [ending.signal, AbortSignal.abort()].map((signal) => solver.solve(text, impossible, options({ signal })))
    setTimeout(() => ending.abort(), 20)
    for (const proof of await Promise.all(proofs)) expect(checkProof(proof, seed, impossible)).toEqual({ ok: true, value: 0 })
  })

  it('goes on after a rest in the middle of its work', async () => {
    let tries = 0
    const counted: typeof search = (...from) => {
      tries++
      return search(...from)
    }
    const solver = createSolver(8, counted)
    const proof = solver.solve(text, impossible, options({ budget: 200 }))
    await vi.waitFor(() => expect(tries).toBeGreaterThan(0))
    solver.rest(true)
    await pause(20)
    const before = tries
    await pause(60)
    expect(tries).toBe(before)
    solver.rest(false)
    expect(checkProof(await proof, seed, impossible).ok).toBe(true)
    expect(tries).toBeGreaterThan(before)
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
    await createSolver(8, slow).solve(text, impossible, options({ budget: 100 }))
    expect(Math.max(...spans)).toBeLessThanOrEqual(4)
  })

  it('reports a share that never falls and ends at 1', async () => {
    const shares: number[] = []
    await start().solve(text, { count: 16, difficulty: 5000 }, options({ progress: (share) => shares.push(share) }))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('solveNothing', () => {
  it('gives a proof of no work, which is no fault', async () => {
    expect(checkProof(await solveNothing(text, pow, options()), seed, pow)).toEqual({ ok: true, value: 0 })
  })
})
