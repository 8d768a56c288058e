import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPruned } from './keep-pruned.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('keepPruned', () => {
  it('drops batch after batch while there is something to drop, then rests', async () => {
    const prune = vi.fn().mockResolvedValueOnce(2000).mockResolvedValueOnce(5).mockResolvedValue(0)
    const stop = keepPruned({ prune }, () => 7, vi.fn())
    await vi.advanceTimersByTimeAsync(9_999)
    expect(prune).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(prune.mock.calls).toEqual([[7], [7], [7]])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(prune).toHaveBeenCalledTimes(4)
    stop()
  })

  it('goes on after a failure', async () => {
    const failure = new Error('away')
    const prune = vi.fn().mockRejectedValueOnce(failure).mockResolvedValue(0)
    const onError = vi.fn()
    const stop = keepPruned({ prune }, () => 7, onError)
    await vi.advanceTimersByTimeAsync(20_001)
    expect(onError.mock.calls).toEqual([[failure]])
    expect(prune).toHaveBeenCalledTimes(2)
    stop()
  })

  it('ends when it is told to', async () => {
    const prune = vi.fn().mockResolvedValue(1)
    keepPruned({ prune }, () => 7, vi.fn())()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(prune).not.toHaveBeenCalled()
  })
})
