import { type FeatureId, features } from '../../../../shared/features/index.js'
import type { Feature } from '../../../../shared/features/reading/feature.js'

const byId: ReadonlyMap<string, Feature> = new Map(features.map((feature) => [feature.id, feature]))

/** The feature of that name. */
export const featureOf = (id: FeatureId): Feature => byId.get(id)!
