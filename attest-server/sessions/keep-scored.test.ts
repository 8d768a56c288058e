import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepScored } from './keep-scored.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('scoring in the background', () => {
  it('goes on at once while there is something, and else soon', async () => {
    const left = [100, 3, 0]
    const round = vi.fn(() => Promise.resolve(left.shift() ?? 0))
    const stop = keepScored(round, () => {})
    await vi.advanceTimersByTimeAsync(252)
    expect(round).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(250)
    expect(round).toHaveBeenCalledTimes(4)
    await stop()
  })

  it('survives a store that does not answer', async () => {
    const errors: unknown[] = []
    const round = vi.fn(() => Promise.reject(new Error('locked')))
    const stop = keepScored(round, (error) => errors.push(error))
    await vi.advanceTimersByTimeAsync(10_300)
    expect([round.mock.calls.length, errors.length]).toEqual([3, 3])
    await stop()
  })

  it('ends when the round under way is over, and begins none after', async () => {
    let finish = (_: number): void => {}
    const round = vi.fn(
      () =>
        new Promise<number>((resolve) => {
          finish = resolve
        }),
    )
    const stop = keepScored(round, () => {})
    await vi.advanceTimersByTimeAsync(250)
    let isStopped = false
    const stopping = stop().then(() => {
      isStopped = true
    })
    await vi.advanceTimersByTimeAsync(1000)
    expect(isStopped).toBe(false)
    finish(9)
    await stopping
    await vi.advanceTimersByTimeAsync(1000)
    expect(round).toHaveBeenCalledTimes(1)
  })
})
