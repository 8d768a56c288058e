import type { Ms } from '../../shared/units.js'

/**
 * How long requests wait for one process, by Lindley's recursion: each waits for what the one before left over.
 * @param busy the share of its time that is asked for, below 1
 * @param service what one takes; asked anew for each
 * @param mean of `service`
 * @param random uniform, 0 to 1
 * @returns waits of `count` requests, ascending
 */
export function simulateWaits(busy: number, service: () => Ms, mean: Ms, count: number, random: () => number): readonly Ms[] {
  const waits: Ms[] = []
  let wait = 0
  for (let i = 0; i < count; i++) {
    waits.push(wait)
    const gap = (-Math.log(1 - random()) * mean) / busy
    wait = Math.max(0, wait + service() - gap)
  }
  return waits.sort((a, b) => a - b)
}
