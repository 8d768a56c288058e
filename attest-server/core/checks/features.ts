import type { Feature } from '../../../shared/features/feature.js'
import { features } from '../../../shared/features/index.js'
import type { Tally } from '../../../shared/features/tally.js'
import type { Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../rejection.js'

/** The wire keeps four significant digits: a value at the edge of its range may be rounded over it by half a unit of the last. */
const ROUNDING = 1e-3

function isInRange(value: number, [min, max]: Feature['range']): boolean {
  const slack = ROUNDING * Math.max(Math.abs(min), Math.abs(max))
  return value >= min - slack && value <= max + slack
}

const missingNeed = (feature: Feature, tally: Tally): string | undefined =>
  Object.entries(feature.needs).find(([key, least]) => tally[key as keyof Tally] < least)?.[0]

/** A feature that claims a value must have had enough events for it, and the value must be one that it can have. */
export function checkFeatures(observations: Observations, tally: Tally, list: readonly Feature[] = features): Result<Tally, Rejection> {
  for (const feature of list) {
    const observation = observations.get(feature.id)
    if (observation?.state !== 'ok') continue
    const value = Number(observation.value)
    if (!isInRange(value, feature.range)) return err({ reason: 'feature-out-of-range', id: feature.id, value })
    const needs = missingNeed(feature, tally)
    if (needs !== undefined) return err({ reason: 'feature-unfounded', id: feature.id, needs })
  }
  return ok(tally)
}
