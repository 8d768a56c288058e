import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Counters } from '../../stores/ports.js'

/**
 * Counts how many different values one name had in the window that is running. Each value is a counter of its own, so that after `most` of them
 * no more are told apart. @returns 1 to `most`.
 */
export async function countDistinct(
  counters: Counters,
  name: string,
  value: string,
  most: number,
  window: Seconds,
  now: EpochSeconds,
): Promise<number> {
  const known = await counters.read(name, window, now)
  if (known >= most) return most
  const { taken } = await counters.take(`${name}:${value}`, 1, 1, window, now)
  return taken ? (await counters.take(name, 1, most, window, now)).used : known
}
