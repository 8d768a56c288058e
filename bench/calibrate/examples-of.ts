import type { FeatureId } from '../../shared/features/index.js'
import type { Observation } from '../../shared/observation.js'
import { readingsAt } from '../lib/readings-at.js'
import type { Recording } from '../lib/recordings.js'
import type { Example } from './example.js'
import { recorders, resample } from './resample.js'

const known = (features: ReadonlyMap<FeatureId, Observation<number>>): Map<FeatureId, number> =>
  new Map([...features].flatMap(([id, observation]) => (observation.state === 'ok' ? [[id, observation.value] as const] : [])))

/**
 * What is read of a visit at each of `CUTS` and at its end: as it was recorded, and as another recorder would have seen it.
 *
 * @param random draws the other recorder
 */
export function examplesOf({ source, label, kind, id, user, device, events }: Recording, random: () => number): Example[] {
  const about = { label, group: label === 'bot' ? `${source}/${kind}` : source, user: `${source} ${user}`, visit: `${source} ${id}` }
  const recorder = recorders[Math.floor(random() * recorders.length)]!
  const views = device === 'mouse' ? [events, resample(events, recorder)] : [events]
  const read = views.flatMap((view) => readingsAt(view))
  return read.map(({ features }) => ({ ...about, share: 1 / read.length, values: known(features) }))
}
