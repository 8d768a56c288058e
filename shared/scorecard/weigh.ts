import type { ObservationId, Observations } from '../observation.js'
import type { Llr } from '../units.js'
import type { Condition, Row } from './scorecard.js'

/** @returns `undefined` where the Observation is unknown or is no number (true counts as 1, false as 0). */
export function numberOf(seen: Observations, id: ObservationId): number | undefined {
  const observation = seen.get(id)
  if (observation?.state !== 'ok' || typeof observation.value === 'string') return undefined
  const value = Number(observation.value)
  return Number.isNaN(value) ? undefined : value
}

/** A condition on what is unknown does not hold: absence says nothing. */
export function holds({ id, from, below }: Condition, seen: Observations): boolean {
  const value = numberOf(seen, id)
  return value !== undefined && value >= from && value < below
}

/** What one row says of what was seen. */
export function weigh(row: Row, seen: Observations): Llr {
  if (row.when && !row.when.every((condition) => holds(condition, seen))) return 0
  const value = numberOf(seen, row.id)
  // Bins are looked into, and perhaps made, only where there is a value.
  return value === undefined ? row.missing : (row.bins.find(({ below }) => value < below)?.llr ?? row.missing)
}
