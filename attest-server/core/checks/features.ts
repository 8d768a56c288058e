import { features } from '../../../shared/features/index.js'
import type { Feature } from '../../../shared/features/reading/feature.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import type { Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../rejection.js'

const missingNeed = (feature: Feature, tally: Tally): string | undefined =>
  Object.entries(feature.needs).find(([key, least]) => tally[key as keyof Tally] < least)?.[0]

/** A feature that claims a value must have had enough events for it. The value is one that it can have: there is no code for another. */
export function checkFeatures(observations: Observations, tally: Tally, list: readonly Feature[] = features): Result<Tally, Rejection> {
  for (const feature of list) {
    const observation = observations.get(feature.id)
    if (observation?.state !== 'ok') continue
    const needs = missingNeed(feature, tally)
    if (needs !== undefined) return err({ reason: 'feature-unfounded', id: feature.id, needs })
  }
  return ok(tally)
}
