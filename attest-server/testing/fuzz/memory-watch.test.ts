import { describe, expect, it } from 'vitest'
import { createMemoryWatch, growthOf } from './memory-watch.js'

function watched(requests: number, seen: readonly (readonly [number, number])[], end: number) {
  const watch = createMemoryWatch(requests)
  for (const [number, mb] of seen) watch.note(number, mb)
  return watch.end(end)
}

describe('the memory of a server under a fuzz run', () => {
  it('is compared with what it was when warm, not when it started', () => {
    const seen = [
      [0, 60],
      [1000, 100],
      [2000, 120],
      [3000, 190],
    ] as const
    expect(watched(10_000, seen, 180)).toEqual({ warm: 120, most: 190, end: 180 })
    expect(growthOf(watched(10_000, seen, 180))).toEqual([])
    expect(growthOf(watched(10_000, seen, 181))).toEqual(['memory grew from 120 to 181 MB'])
  })

  it('is compared with nothing where it was not seen after traffic', () => {
    const short = watched(
      4000,
      [
        [0, 60],
        [1000, 200],
      ],
      200,
    )
    expect([short.warm, growthOf(short)]).toEqual([undefined, []])
    const none = watched(1, [], 90)
    expect([none.most, growthOf(none)]).toEqual([undefined, []])
  })
})
