import { path } from 'ghost-cursor'
import type { PathKind, TimedPoint } from '../path-kind.js'

/** The library asks `Math.random`: lent a seeded one, it does the same each time. */
function withRandom<T>(random: () => number, work: () => T): T {
  const own = Math.random
  Math.random = random
  try {
    return work()
  } finally {
    Math.random = own
  }
}

interface Stamped {
  readonly x: number
  readonly y: number
  /** ms, as of `Date.now()`. */
  readonly timestamp?: number
}

/** The package ghost-cursor as it is: its own curve, and its own times or the bot's clock (what `GhostCursor.moveTo` does). */
export const ghostCursor: PathKind = {
  id: 'ghost-cursor',
  draw({ uniform, chance }, tick) {
    const timed = chance(0.6)
    const moveSpeed = chance(0.5) ? { moveSpeed: uniform(0.3, 2) } : {}
    return (from, to) => {
      const points: readonly Stamped[] = withRandom(
        () => uniform(0, 1),
        () => path({ ...from }, { ...to }, { useTimestamps: timed, ...moveSpeed }),
      )
      const start = points[0]?.timestamp ?? 0
      let t = 0
      return points.slice(1).map(({ x, y, timestamp }): TimedPoint => {
        t = timestamp === undefined ? t + tick() : Math.max(t + 1, timestamp - start)
        return { t, x, y }
      })
    }
  },
}
