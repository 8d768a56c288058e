import { type Observation, unsupported } from '../../observation.js'
import { type FeatureId, features } from '../index.js'
import { measured } from './measured.js'
import type { Sums } from './merge-sums.js'

/** What the sums of a visit say. @param sums in the order of the list */
export const readFeatures = (sums: Sums): ReadonlyMap<FeatureId, Observation<number>> =>
  new Map(features.map(({ id, range, statistic }, i) => [id, measured(statistic.read(sums[i]!), range)]))

/** What they say of no event at all: that there is nothing to say. */
export const readNothing = (): ReadonlyMap<FeatureId, Observation<number>> => new Map(features.map(({ id }) => [id, unsupported]))
