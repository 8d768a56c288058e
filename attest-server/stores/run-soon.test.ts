import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRunSoon } from './run-soon.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is asked for soon', () => {
  it('is done once, however often it is asked for, and again when it is asked for again', async () => {
    const work = vi.fn()
    const soon = createRunSoon(work, 1)
    soon()
    await vi.advanceTimersByTimeAsync(600)
    soon()
    expect(work).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(400)
    expect(work).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(work).toHaveBeenCalledTimes(1)
    soon()
    await vi.advanceTimersByTimeAsync(1000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('away'))],
    [
      'throws at once',
      () => {
        throw new Error('closed')
      },
    ],
  ])('may be asked for again where it %s', async (_, fails) => {
    const work = vi.fn<() => void | Promise<void>>(fails)
    const soon = createRunSoon(work, 1)
    for (let i = 1; i <= 2; i++) {
      soon()
      await vi.advanceTimersByTimeAsync(1000)
      expect(work).toHaveBeenCalledTimes(i)
    }
  })
})
