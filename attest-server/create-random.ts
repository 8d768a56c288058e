import type { Random } from './core/ids.js'

/** So many bytes at a time: asking the system costs more than most of what they are for. */
const POOL = 4096

/**
 * Unpredictable bytes out of a pool, as Node's own `randomUUID` takes them; what was handed out is wiped there.
 * @param fill the system's generator
 */
export function createRandom(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): Random {
  const pool = new Uint8Array(POOL)
  let next = POOL
  return (length) => {
    if (length > POOL / 8) {
      const bytes = new Uint8Array(length)
      fill(bytes)
      return bytes
    }
    if (next + length > POOL) {
      fill(pool)
      next = 0
    }
    const bytes = pool.slice(next, next + length)
    pool.fill(0, next, next + length)
    next += length
    return bytes
  }
}
