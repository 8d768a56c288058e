import type { Observation } from '../observation.js'
import type { Accumulator, Feature } from './feature.js'
import { type FeatureId, features } from './index.js'
import type { InputEvent } from './input-event.js'
import { measured } from './measured.js'

/** Whether a feature is to be given an event. */
export const isHeard = ({ hears }: Feature, { kind, trusted }: InputEvent): boolean => trusted && hears.includes(kind)

/** All features at once. The same events give the same readings, however they are batched and whenever they are read. */
export function startFeatures(): { push(event: InputEvent): void; read(): ReadonlyMap<FeatureId, Observation<number>> } {
  const running = features.map((feature): [Feature & { id: FeatureId }, Accumulator] => [feature, feature.start()])
  // Found once for each kind: asking every feature for every event would be most of the cost.
  const hearers = new Map<string, Accumulator[]>()
  const hearersOf = (event: InputEvent): Accumulator[] =>
    running.filter(([feature]) => isHeard(feature, event)).map(([, accumulator]) => accumulator)
  return {
    push(event) {
      if (!event.trusted) return
      if (!hearers.has(event.kind)) hearers.set(event.kind, hearersOf(event))
      for (const accumulator of hearers.get(event.kind)!) accumulator.push(event)
    },
    read: () => new Map(running.map(([{ id, range }, accumulator]) => [id, measured(accumulator.read(), range)])),
  }
}
